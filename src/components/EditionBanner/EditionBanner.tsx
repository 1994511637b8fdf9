import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useDocsVersion, useDocVersionSuggestions} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {addressOf} from '../../content/page-id.ts';
import {isLive} from '../edition.ts';
import {useDifferenceDoors, useRecords} from '../use-site.ts';

/** On a page of an edition: says so, to readers and to search engines, and links to the live page. */
export function EditionBanner({title, pageId}: {title: string; pageId: string}) {
  const {pluginId, version, label} = useDocsVersion();
  return isLive({name: version}) ? null : <Banner title={title} pageId={pageId} pluginId={pluginId} label={label} />;
}

function Banner({title, pageId, pluginId, label}: Record<'title' | 'pageId' | 'pluginId' | 'label', string>) {
  const door = useDifferenceDoors().editions[label]?.[pageId];
  const {title: siteTitle, url} = useDocusaurusContext().siteConfig;
  const about = useRecords().editions.find(({name}) => name === label)?.about;
  const {latestDocSuggestion: livePage} = useDocVersionSuggestions(pluginId);
  // Docusaurus' own paths lack the slash at their end, and each such link would cost a redirect.
  const livePath = useBaseUrl(livePage ? addressOf(livePage.id) : addressOf('index'));
  return (
    <p className="notice">
      <Head>
        {/* In tabs and search results it must not be taken for the live page. */}
        <title>{`${title} (edition ${label}) | ${siteTitle}`}</title>
        {livePage ? <link rel="canonical" href={url + livePath} /> : <meta name="robots" content="noindex" />}
      </Head>
      <strong>This is edition {label}.</strong> {about}{' '}
      {livePage ? (
        <a href={livePath}>Read the live page</a>
      ) : (
        <>
          The live toolkit has no such page: <a href={livePath}>read the live toolkit</a>
        </>
      )}
      . {door && <Link to={door.address}>See what has changed since</Link>}
      {door && '. '}
      <Link to="/editions/">What editions are</Link>.
    </p>
  );
}
