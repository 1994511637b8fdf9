import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useActiveDocContext, useDocsVersion, useVersions} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Fragment} from 'react';
import {formatDay} from '../../../format/format-date.ts';
import {type CataloguePage, pageNamed, readInstead} from '../../../model/pages/catalogue.ts';
import {addressOf, editionAddress, qualifiedId} from '../../../model/pages/page-id.ts';
import {compareText} from '../../../model/problem.ts';
import {SECTIONS} from '../../../model/routes/difference-addresses.ts';
import {errataOf, redactionsOf} from '../../../model/updates/corrections.ts';
import {PublishedDate, UpdateLink} from '../Changes/PageLinks.tsx';
import {LinkList} from '../Links/Links.tsx';
import {countOf, editionLabel, isLive, useCatalogue, useRecords, useSiteData} from '../use-site.ts';

/** On a page of an edition: shows readers and search engines which edition it is, and links to the live page. */
export function EditionBanner({title, pageId, edition}: {title: string; pageId: string; edition: string}) {
  const link = useSiteData().differences.editions[edition]?.[pageId];
  const {title: siteTitle} = useDocusaurusContext().siteConfig;
  const {withBaseUrl} = useBaseUrlUtils();
  const {pages, caseStudies} = useCatalogue();
  const about = useRecords().editions.find(({name}) => name === edition)?.about;
  const all = [...pages, ...caseStudies];
  const page = pageNamed(all, pageId);
  const today = page?.withdrawn ? readInstead(all, page.withdrawn) : page;
  return (
    <p className="notice">
      <Head>
        {/* Distinguishes it from the live page in tabs and search results. */}
        <title>{`${title} (edition ${edition}) | ${siteTitle}`}</title>
        {today ? (
          <link rel="canonical" href={withBaseUrl(today.address, {absolute: true})} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
      </Head>
      <strong>This is edition {edition}.</strong> {about} <LivePage page={page} today={today} />{' '}
      {link && <Link to={link.address}>See what has changed since</Link>}
      {link && '. '}
      <Link to="/editions/">What editions are</Link>.
    </p>
  );
}

/** A link to the current text. */
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
      The live toolkit does not have this page: <Link to={addressOf('index')}>read the live toolkit</Link>.
    </>
  );
}

/** How many versions the menu of editions offers, besides the one that is open. */
const MOST_VERSIONS = 6;

/**
 * Links to the same page in the newest editions, or to the front page of editions without it; nothing if there are none.
 */
export function EditionMenu() {
  const all = useVersions(undefined);
  const {activeVersion, alternateDocVersions} = useActiveDocContext(undefined);
  if (all.length < 2 || !activeVersion) return null;
  const versions = all.filter(({name}, index) => index < MOST_VERSIONS || name === activeVersion.name);
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
        {versions.length < all.length && (
          <li>
            <Link to={SECTIONS.editions.to}>All editions</Link>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Errors in the text of an edition, shown above it because the text never changes. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">Errata: corrected since this edition</h2>
      <p>The text of an edition never changes. Where it differs from this list, the list is correct.</p>
      <ul>
        {errata.map(({update, published, note, pages}) => (
          <li key={update + note}>
            <PublishedDate published={published} />: {note}{' '}
            {pageId === 'index' && <OwnPages edition={edition} ids={pages} />}
            See the update: <UpdateLink target={update} />
          </li>
        ))}
      </ul>
      {pageId === 'index' && <EditionPages />}
    </section>
  );
}

/** The other pages of the edition that an erratum is about. */
function OwnPages({edition, ids}: {edition: string; ids: readonly string[]}) {
  const {pages} = useRecords();
  const {pages: guidance, caseStudies} = useCatalogue();
  const titles = new Map([...guidance, ...caseStudies].map(({id, title}) => [id, title]));
  const own = ids.filter((id) => id !== 'index' && pages[qualifiedId(id, edition)]);
  return own.map((id) => (
    <Fragment key={id}>
      <Link to={editionAddress(edition, id)}>{titles.get(id) ?? id}</Link>.{' '}
    </Fragment>
  ));
}

/** Every page of an edition by title: its front page may list fewer. */
function EditionPages() {
  const {docs, label} = useDocsVersion();
  const pages = Object.values(docs).toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  return (
    <details open>
      <summary>{countOf(pages.length, 'page', 'pages')} of this edition, from A to Z</summary>
      <LinkList links={pages.map(({id, title}) => ({label: title, to: editionAddress(label, id)}))} />
    </details>
  );
}

/** Text that was removed from an edition: when and why. */
export function Redactions({edition, pageId}: {edition: string; pageId: string}) {
  const {redactions = []} = useRecords().editions.find(({name}) => name === edition) ?? {};
  return redactionsOf(redactions, pageId).map(({on, update, why, what, count}) => (
    <p className="notice" key={update + what}>
      <strong>
        {what === 'words'
          ? `Text was removed from this page on ${formatDay(on)}.`
          : `${countOf(count, 'page was', 'pages were')} removed from this edition on ${formatDay(on)}.`}
      </strong>{' '}
      Why: {why} <UpdateLink target={update} />
    </p>
  ));
}

/** The description of an edition: some restate an earlier text, so their differences mean less. */
export function EditionAbout({name}: {name: string}) {
  const edition = useRecords().editions.find((candidate) => candidate.name === name);
  return (
    <div className="notice">
      <p>
        <Link to={`/toolkit/${name}/`}>Edition {name}</Link>: {edition?.about}
      </p>
    </div>
  );
}
