import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useActiveDocContext, useDocsVersion, useVersions} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Fragment} from 'react';
import {formatDay} from '../../../format/format-date.ts';
import type {CataloguePage} from '../../../model/pages/catalogue.ts';
import {pageNamed, readInstead} from '../../../model/pages/catalogue.ts';
import {addressOf, editionAddress, qualifiedId} from '../../../model/pages/page-id.ts';
import {compareText} from '../../../model/problem.ts';
import {errataOf, redactionsOf} from '../../../model/updates/corrections.ts';
import {PublishedDate, UpdateLink} from '../Changes/PageLinks.tsx';
import {countOf, editionLabel, isLive, useCatalogue, useRecords, useSiteData} from '../use-site.ts';

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

/** Above the words of an edition, which never change: what is wrong in them. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">Errata: put right since this edition</h2>
      <p>The words of an edition stay as they were frozen. Where they differ from what stands here, this is right.</p>
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

/** The pages of the edition that an erratum is about, beside the one that the reader is on. */
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

/** Every page that an edition has by now, by title: its own front page may list fewer. */
function EditionPages() {
  const {docs, label} = useDocsVersion();
  const pages = Object.values(docs).toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  return (
    <details open>
      <summary>{countOf(pages.length, 'page', 'pages')} of this edition, from A to Z</summary>
      <ul>
        {pages.map(({id, title}) => (
          <li key={id}>
            <Link to={editionAddress(label, id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Above the words of an edition: on which day some were taken out, and why. */
export function Redactions({edition, pageId}: {edition: string; pageId: string}) {
  const {redactions = []} = useRecords().editions.find(({name}) => name === edition) ?? {};
  return redactionsOf(redactions, pageId).map(({on, update, why, what, count}) => (
    <p className="notice" key={update + what}>
      <strong>
        {what === 'words'
          ? `Words were taken out of this page on ${formatDay(on)}.`
          : `${countOf(count, 'page was', 'pages were')} taken out of this edition on ${formatDay(on)}.`}
      </strong>{' '}
      Why: {why} <UpdateLink target={update} />
    </p>
  ));
}

/** What an edition is: some restate an earlier text, and a difference from those says less. */
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
