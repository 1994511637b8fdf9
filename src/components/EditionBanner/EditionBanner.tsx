import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useDocsVersion, useDocVersionSuggestions} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {isLive} from '../edition.ts';

/** On a page of an edition: says so, to readers and to search engines, and links to the live page. */
export function EditionBanner() {
  const {pluginId, version, label} = useDocsVersion();
  return isLive({name: version}) ? null : <Banner pluginId={pluginId} label={label} />;
}

function Banner({pluginId, label}: {pluginId: string; label: string}) {
  const {url} = useDocusaurusContext().siteConfig;
  const {latestDocSuggestion: livePage, latestVersionSuggestion: live} = useDocVersionSuggestions(pluginId);
  return (
    <p className="notice">
      <Head>
        {livePage ? <link rel="canonical" href={url + livePage.path} /> : <meta name="robots" content="noindex" />}
      </Head>
      This is edition {label}, as it stood.{' '}
      {livePage ? (
        <Link to={livePage.path}>Read the live page</Link>
      ) : (
        <>
          The live toolkit has no such page: <Link to={live.path}>read the live toolkit</Link>
        </>
      )}
      .
    </p>
  );
}
