import Link from '@docusaurus/Link';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {type ReactNode, useContext} from 'react';
import {type FrozenPage, frozenPage} from '../../../changes/editions/frozen-page.ts';
import type {Freshness} from '../../../changes/freshness/freshness.ts';
import {type ReviewText, reviewText} from '../../../changes/freshness/review-labels.ts';
import {errataOf} from '../../../changes/updates/corrections.ts';
import {type HistoryEntry, type PageHistory, versionOf} from '../../../changes/updates/history.ts';
import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {idsOf, qualifiedId, withSlash} from '../../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {Update} from '../../../content/schemas/update-schema.ts';
import {type Citation, renderBibtex, renderRis} from '../../../format/render-citation.ts';
import type {EditionName} from '../../../language/text.ts';
import {StructuredData} from '../Breadcrumbs/Breadcrumbs.tsx';
import {PublishedDate} from '../Changes/PageLinks.tsx';
import {EditionMenu} from '../EditionBanner/EditionBanner.tsx';
import {Fact} from '../Facts/Facts.tsx';
import {useFrontMatter} from '../front-matter.ts';
import {History} from '../History/History.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Section} from '../Section/Section.tsx';
import {Slot} from '../Slot/Slot.tsx';
import {publishedBy, type StructuredDatum} from '../structured-data.ts';
import {useEditionNamed, useRecords, useSiteData, useSiteFields, useText} from '../use-site.ts';

/** The foot of every page: in one folded block its history, who checks it and how to cite it; then a request for feedback. */
export function PageFoot({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const {metadata} = useDoc();
  const {url} = useDocusaurusContext().siteConfig;
  const {toolkit} = useSiteFields();
  const records = useRecords();
  const isRestated = useEditionNamed()(edition)?.isRestated ?? false;
  const record = records.pages[qualifiedId(pageId, edition)];
  if (!record) return null;
  const {freshness, history} = record;
  const address = url + withSlash(metadata.permalink);
  const {redirect_from: formerAddresses, withdrawn, sources = []} = useFrontMatter();
  const ids = idsOf(toolkit, pageId, formerAddresses);
  const isFrontPage = pageId === 'index';
  const shown = isFrontPage && !edition ? records.toolkit : history;
  const {page: t} = useText();
  const page = {
    id: pageId,
    title: metadata.title,
    address,
    edition: edition ?? LIVE,
    fingerprint: record.fingerprint,
  };
  return (
    <footer className="page-foot">
      <StructuredData
        data={articleOf(
          {
            ...metadata,
            withdrawnOn: withdrawn?.on,
            version: edition ?? versionOf(shown, records.updates),
            isBasedOn: sources.map((source) => source.url),
            corrections: edition
              ? errataOf(records.corrections, edition, pageId)
              : history.major.filter(({kind}) => kind === 'correction'),
          },
          address,
          history,
          toolkit,
        )}
      />
      {freshness && <Overdue {...freshness} />}
      <details className="about-page">
        <summary>
          <strong>{t.about}</strong> <LastChange {...shown} isOfOriginal={isRestated} />
        </summary>
        <History history={shown} of={isFrontPage ? 'toolkit' : 'page'} ids={ids} isOfOriginal={isRestated} />
        <EditionMenu pageId={pageId} edition={edition} isOpen />
        <Slot name="foot" at="history" page={page} />
        {freshness && <Review {...freshness} />}
        <Cite
          title={metadata.title}
          address={address}
          edition={edition}
          lastUpdated={history.lastUpdated}
          fingerprint={record.fingerprint}
          recorded={record.recorded}
          frozen={edition ? undefined : frozenPage(toolkit, ids, records)}
        />
      </details>
      <Slot name="foot" at="end" page={page} editUrl={edition ? undefined : metadata.editUrl} />
    </footer>
  );
}

/** The newest change, which readers see without opening anything. */
function LastChange({lastUpdated, major, older, isOfOriginal}: PageHistory & {isOfOriginal: boolean}) {
  const {history: t} = useText();
  const [newest] = [...major, ...older];
  if (!lastUpdated) return null;
  return (
    <span>
      <Rich
        text={isOfOriginal ? t.originalLast : t.last}
        with={{date: () => <PublishedDate published={lastUpdated} />}}
      />{' '}
      {newest?.note}
    </span>
  );
}

/** Warns that the review of the page is overdue. */
export function Overdue({due, overdue}: Freshness) {
  const {review: t, format} = useText();
  if (!overdue || !due) return null;
  return (
    <p className="notice">
      <strong>{t.overdue}</strong> {t.due({day: format.day(due)})}
    </p>
  );
}

/** The history of the page and its data have the others. */
const MAX_CORRECTIONS = 3;

/**
 * The page as an https://schema.org/Article. It has a day of publication only if one is known, and the end of a range
 * as the day of change.
 */
function articleOf(
  page: {
    title: string;
    description: string;
    withdrawnOn: string | undefined;
    version: string | undefined;
    isBasedOn: readonly string[];
    /** Newest first. */
    corrections: readonly Pick<HistoryEntry, 'note' | 'published'>[];
  },
  url: string,
  history: PageHistory,
  toolkit: ToolkitConfig,
): StructuredDatum {
  const {firstPublished: first, lastUpdated: last} = history;
  const corrections = page.corrections.slice(0, MAX_CORRECTIONS).map(({note, published}) => ({
    '@type': 'CorrectionComment' as const,
    text: note,
    datePublished: published.latest,
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: page.title,
    description: page.description,
    url,
    inLanguage: toolkit.language,
    isPartOf: {'@type': 'WebSite', name: toolkit.title, url: toolkit.url + toolkit.baseUrl},
    ...publishedBy(toolkit),
    ...(first && first.earliest === first.latest && {datePublished: first.latest}),
    ...(last && {dateModified: last.latest}),
    ...(page.version && {version: page.version}),
    ...(page.isBasedOn.length > 0 && {isBasedOn: page.isBasedOn}),
    ...(corrections.length > 0 && {correction: corrections}),
    // A withdrawn page expired on the day of its withdrawal.
    ...(page.withdrawnOn && {creativeWorkStatus: 'Obsolete', expires: page.withdrawnOn}),
  };
}

/** Who looks after the page, when it was last checked, and when the next check is due. */
export function Review(freshness: Freshness) {
  const {owner} = useFrontMatter();
  const {owners} = useSiteFields().toolkit;
  const {isPublished} = useSiteData();
  const {anchorOf} = useContext(Section);
  const roleOf = (id: string) => owners.find((role) => role.id === id)?.label ?? id;
  const {due, overdue, unavailableSources} = freshness;
  const text = useText();
  const {review: t, format} = text;
  return (
    <dl className="review" id={anchorOf('review')}>
      <Fact term={t.owner}>{roleOf(owner)}</Fact>
      {isPublished && (
        <Fact term={t.lastCheck}>
          <LastCheck words={reviewText(freshness, roleOf, text)} difference={freshness.changedSince?.difference} />
        </Fact>
      )}
      {unavailableSources && (
        <Fact term={t.sources}>{unavailableSources.of === 1 ? t.onlySource : t.unavailable(unavailableSources)}</Fact>
      )}
      {due && !overdue && <Fact term={t.next}>{t.by({day: format.day(due)})}</Fact>}
    </dl>
  );
}

/** Links to the difference if one update made all changes since the check, otherwise to the list of updates. */
function LastCheck({words, difference}: {words: ReviewText; difference: string | undefined}) {
  const {checked, changed, ended} = words;
  if (!changed) return ended ? `${checked}. ${ended}` : checked;
  return (
    <>
      {checked}; {difference ? <Link to={difference}>{changed}</Link> : <Link to="#page-updates">{changed}</Link>}
      {ended && `. ${ended}`}
    </>
  );
}

interface CiteProps {
  title: string;
  address: string;
  /** The name of the edition; undefined for the live text. */
  edition?: string | undefined;
  lastUpdated?: Update['published'] | undefined;
  fingerprint: string;
  /** The text as it was published: its address without the site's base URL, and when. */
  recorded?: {address: string; published: Update['published']} | undefined;
  /** The page in the newest edition that has it; undefined on a page of an edition. */
  frozen?: FrozenPage | undefined;
}

/** How to cite this page: a text that lasts, in an edition where it is the same, and the day from which the page reads so. */
function Cite({title, address, edition, lastUpdated, fingerprint, recorded, frozen}: CiteProps) {
  const {toolkit} = useSiteFields();
  const {cite: t, format} = useText();
  const cited = useEditionNamed()(edition);
  const name = address.split('/').at(-2);
  const work = [toolkit.title, toolkit.strapline].filter(Boolean).join(': ');
  const same = frozen?.isSame ? frozen : undefined;
  const lasting = same?.address ?? recorded?.address;
  const published = recorded?.published ?? lastUpdated;
  const full = useBaseUrl(lasting ?? '/', {absolute: true});
  const citation: Citation = {
    title,
    work,
    publisher: toolkit.title,
    url: lasting ? full : address,
    fingerprint,
    edition: cited && (cited.label ?? cited.name),
    // The day of the original is not that of its restatement.
    updated: cited?.isRestated ? undefined : published?.latest,
  };
  const restated = ({name, label}: EditionName) => (label === undefined ? t.restated({name}) : `${label}.`);
  return (
    <section className="cite" aria-labelledby="cite">
      <h2 id="cite">{t.title}</h2>
      <p>
        {work}
        {!edition && published && ` (${published.latest.slice(0, 4)})`}. <cite>{title}</cite>
        {/[.?!]$/.test(title) ? '' : '.'} {cited && (cited.isRestated ? restated(cited) : t.edition(cited))}
        {!edition && !published && t.live}
        {!edition && published && (
          <Rich text={t.liveUpdated} with={{date: () => <PublishedDate published={published} />}} />
        )}{' '}
        <a className="spelled-out" href={citation.url}>
          {citation.url}
        </a>
        {lasting && (
          <small> ({same ? t.frozenSame({edition: format.inWords(same.edition), address}) : t.today({address})})</small>
        )}
      </p>
      <button type="button" hidden data-copied={t.copied}>
        {t.copy}
      </button>
      <p>
        <Rich
          text={t.files}
          with={{ris: save(`${name}.ris`, renderRis(citation)), bib: save(`${name}.bib`, renderBibtex(citation))}}
        />
      </p>
    </section>
  );
}

/** A link that saves a text as a file, without a file on the server and without a script. */
function save(name: string, text: string) {
  return (words: ReactNode) => (
    <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={name}>
      {words}
    </a>
  );
}
