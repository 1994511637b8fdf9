import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useActiveDocContext, useDocsVersion, useVersions} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {CataloguePage} from '../../content/catalogue.ts';
import {pageNamed, readInstead} from '../../content/catalogue.ts';
import {formatDay} from '../../content/format-date.ts';
import {addressOf} from '../../content/page-id.ts';
import {editionLabel, isLive, useCatalogue, useRecords, useSiteData} from '../use-site.ts';

interface Props {
  title: string;
  pageId: string;
}

/** On a page of an edition: says so, to readers and to search engines, and links to the live page, wherever it is now. */
export function EditionBanner({title, pageId}: Props) {
  const {version, label} = useDocsVersion();
  return isLive({name: version}) ? null : <Banner title={title} pageId={pageId} label={label} />;
}

function Banner({title, pageId, label}: Props & {label: string}) {
  const door = useSiteData().differences.editions[label]?.[pageId];
  const {title: siteTitle} = useDocusaurusContext().siteConfig;
  const {withBaseUrl} = useBaseUrlUtils();
  const {pages, caseStudies} = useCatalogue();
  const about = useRecords().editions.find(({name}) => name === label)?.about;
  const all = [...pages, ...caseStudies];
  const page = pageNamed(all, pageId);
  const today = page?.withdrawn ? readInstead(all, page.withdrawn) : page;
  return (
    <p className="notice">
      <Head>
        {/* In tabs and search results it must not be taken for the live page. */}
        <title>{`${title} (edition ${label}) | ${siteTitle}`}</title>
        {today ? (
          <link rel="canonical" href={withBaseUrl(today.address, {absolute: true})} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
      </Head>
      <strong>This is edition {label}.</strong> {about} <LivePage page={page} today={today} />{' '}
      {door && <Link to={door.address}>See what has changed since</Link>}
      {door && '. '}
      <Link to="/editions/">What editions are</Link>.
    </p>
  );
}

/** The way to what is so today. */
function LivePage({page, today}: {page: CataloguePage | undefined; today: CataloguePage | undefined}) {
  if (page?.withdrawn) {
    return (
      <>
        The live page <Link to={page.address}>was withdrawn on {formatDay(page.withdrawn.on)}</Link>:{' '}
        {page.withdrawn.why}
        {today && (
          <>
            {' '}
            Read instead: <Link to={today.address}>{today.title}</Link>.
          </>
        )}
      </>
    );
  }
  if (page) {
    return (
      <>
        <Link to={page.address}>Read the live page</Link>.
      </>
    );
  }
  return (
    <>
      The live toolkit has no such page: <Link to={addressOf('index')}>read the live toolkit</Link>.
    </>
  );
}

/** The same page in every edition that has it, and the front page of the others; nothing where there is one only. */
export function EditionMenu() {
  const versions = useVersions(undefined);
  const {activeVersion, alternateDocVersions} = useActiveDocContext(undefined);
  if (versions.length < 2 || !activeVersion) return null;
  return (
    <details className="edition-menu">
      <summary>Edition: {activeVersion.label}</summary>
      <ul>
        {versions.map((version) => {
          const samePage = alternateDocVersions[version.name];
          return (
            <li key={version.name}>
              <Link
                to={samePage?.path ?? version.path}
                {...(version.name === activeVersion.name && {'aria-current': 'page'})}
              >
                {editionLabel(version)}
              </Link>
              {isLive(version) && ' (updated as things change)'}
              {!samePage && ' (does not have this page)'}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
