import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {Props} from '@theme/DocItem/Layout';
import {readInstead} from '../../../../content/pages/catalogue.ts';
import {FACTS_ANCHOR} from '../../../../content/pages/facets.ts';
import {isGeneratedPage} from '../../../../content/pages/generated-pages.ts';
import {collectionOf, pageIdOf, qualifiedId, withSlash} from '../../../../content/pages/page-id.ts';
import type {Page} from '../../../../content/schemas/page-schema.ts';
import {guidanceTerms} from '../../../../content/schemas/vocabulary-schema.ts';
import type {Text} from '../../../../language/text.ts';
import {DocBreadcrumbs, isCaseStudy} from '../../../components/Breadcrumbs/Breadcrumbs.tsx';
import {RelatedStudies, useRelated} from '../../../components/CaseStudyList/CaseStudyList.tsx';
import {EditionBanner, Errata, Redactions} from '../../../components/EditionBanner/EditionBanner.tsx';
import {CollectionFacts, Facts, FactsInShort, OldStudy} from '../../../components/Facts/Facts.tsx';
import {isStudyFrontMatter, useFrontMatter} from '../../../components/front-matter.ts';
import {UpdatedOn} from '../../../components/History/History.tsx';
import {BelowAnswer} from '../../../components/InShort/InShort.tsx';
import {UnavailableSince} from '../../../components/Links/Links.tsx';
import {Paginator} from '../../../components/Navigation/Navigation.tsx';
import {PageFoot} from '../../../components/PageFoot/PageFoot.tsx';
import {PageRail} from '../../../components/PageRail/PageRail.tsx';
import {BriefingBar, PageTools} from '../../../components/PageTools/PageTools.tsx';
import {Rich} from '../../../components/Rich/Rich.tsx';
import {TermDrawing} from '../../../components/Shelf/TermDrawing.tsx';
import {FrameFoot, PublisherNotice} from '../../../components/SiteFrame/SiteFrame.tsx';
import {Slot, useSlot} from '../../../components/Slot/Slot.tsx';
import {useSources} from '../../../components/Sources/sources.ts';
import {
  isLive,
  useCatalogue,
  useEditionNamed,
  usePageNamed,
  useRecords,
  useSiteFields,
  useText,
} from '../../../components/use-site.ts';

/** The sets of pages that belong to the toolkit: they have notes, history and reviews. */
const TOOLKIT_PAGES = ['default', 'handbook', 'manual'];

/** A page of a set of docs. */
export default function DocItemLayout(props: Props) {
  const {pluginId} = useDocsVersion();
  return TOOLKIT_PAGES.includes(pluginId) ? <ToolkitPage {...props} /> : <OtherPage {...props} />;
}

/** A page that a publisher shows beside the toolkit. Its text may begin with its title. */
function OtherPage({children}: Props) {
  const {metadata, contentTitle} = useDoc();
  return (
    <article className="page">
      {contentTitle === undefined && (
        <header className="page-head">
          <h1>{metadata.title}</h1>
        </header>
      )}
      <div className="page-body">
        <div className="prose">{children}</div>
      </div>
      <div className="page-end">
        <Paginator {...metadata} />
        <FrameFoot title={metadata.title} />
      </div>
    </article>
  );
}

/** A guidance page, a case study or a handbook page. */
function ToolkitPage({children}: Props) {
  const {metadata, toc} = useDoc();
  const {pluginId, version} = useDocsVersion();
  const page = useFrontMatter();
  const text = useText();
  const {sources = [], withdrawn} = page;
  const {toolkit} = useSiteFields();
  const {predecessor, notice_on, contribute, collections} = toolkit;
  const edition = isLive({name: version}) ? undefined : version;
  const pageId = pluginId === 'default' ? metadata.id : pageIdOf(`handbook/${metadata.id}.md`);
  const related = useRelated(pageId);
  const headings = page.hide_table_of_contents ? [] : toc.filter(({level}) => level === 2);
  const contents = [
    ...headings,
    ...(isStudyFrontMatter(page) ? [{value: text.facts.title, id: FACTS_ANCHOR}] : []),
    ...(edition || !related ? [] : [related]),
    ...(sources.length > 0 ? [{value: text.names.sources, id: 'sources'}] : []),
  ];
  const collection = collectionOf(pageId, collections);
  const kind = collection?.singular ?? kindLabel(pluginId, metadata.id, text);
  const isStudy = isStudyFrontMatter(page);
  const term = guidanceTerms(toolkit).find((guidance) => guidance.page === pageId);
  const image = useBaseUrl(page.image ?? '', {absolute: true});
  const isGuidance = pluginId === 'default';
  const dates = (
    <p className="page-meta">
      <span className="kind">{kind}</span> <UpdatedOn pageId={pageId} edition={edition} />
    </p>
  );
  // Pages about the toolkit are for its contributors and editors, who need none of these.
  const belowAnswer = isGuidance && (
    <>
      {isStudy && <FactsInShort study={page} />}
      <Slot name="title" at="page" />
      {dates}
      <PageTools headings={contents} pageId={pageId} edition={edition} />
    </>
  );
  const waysToSend = useSlot('title', {at: 'contribute'});
  return (
    <>
      <Head>
        <meta property="og:type" content="article" />
        {page.image && <meta property="og:image" content={image} />}
      </Head>
      <Slot name="head" at="page" id={pageId} edition={edition} />
      <DocBreadcrumbs />
      {edition && <EditionBanner title={metadata.title} pageId={pageId} edition={edition} />}
      <article className="page">
        {withdrawn && <Withdrawn {...withdrawn} edition={edition} />}
        <header className="page-head">
          {term && <TermDrawing term={term} />}
          <h1>{metadata.title}</h1>
          {/* Other pages begin with their answer: a description above it would fill the first screen of a phone. */}
          {collection && <p className="lead">{metadata.description}</p>}
          {!isGuidance && dates}
          <PrintedAs permalink={metadata.permalink} edition={edition} />
        </header>
        <BriefingBar headings={contents} />
        <PageRail headings={contents} pageId={pageId} edition={edition} />
        <div className="page-body">
          {(edition || (predecessor && notice_on.includes(pageId))) && <PublisherNotice />}
          {page.translation && !edition && <OriginalChanged {...page.translation} />}
          {edition && <Redactions edition={edition} pageId={pageId} />}
          {edition && <Errata edition={edition} pageId={pageId} />}
          {isStudy ? <OldStudy period={page.period} /> : <CollectionFacts page={page} pageId={pageId} />}
          {waysToSend.length > 0 && contribute && withSlash(metadata.permalink).endsWith(contribute.to) && (
            <section id="send" aria-label={text.page.send}>
              {waysToSend}
            </section>
          )}
          {/* The manual and the generated pages are in English in every toolkit. */}
          <div className="prose" {...(isGeneratedPage(pageId) && !toolkit.language.startsWith('en') && {lang: 'en'})}>
            <BelowAnswer.Provider value={belowAnswer}>{children}</BelowAnswer.Provider>
          </div>
        </div>
        {isStudy && <Facts study={page} />}
        <div className="page-end">
          {!edition && <RelatedStudies pageId={pageId} />}
          <Sources record={qualifiedId(pageId, edition)} />
          <Paginator {...metadata} />
          <PageFoot pageId={pageId} edition={edition} />
        </div>
      </article>
    </>
  );
}

function kindLabel(pluginId: string, id: string, {names}: Text): string {
  if (pluginId !== 'default') return names.handbook;
  return isCaseStudy({id}) ? names.caseStudy : names.guidance;
}

/** In print only: the address and the day or edition of the page, because paper has no address bar. */
function PrintedAs({permalink, edition}: {permalink: string; edition?: string | undefined}) {
  const {today} = useSiteFields();
  const {page: t, format} = useText();
  const {url} = useDocusaurusContext().siteConfig;
  const address = url + withSlash(permalink);
  const printed = useEditionNamed()(edition);
  return (
    <p className="printed-as">
      {printed
        ? t.printedEdition({address, edition: format.inWords(printed)})
        : t.printedOn({address, day: format.day(today)})}
    </p>
  );
}

/** Says that the original of a translated page has changed since it was translated, if it has. */
function OriginalChanged({of, fingerprint}: NonNullable<Page['translation']>) {
  const {page: t} = useText();
  const {pages} = useRecords();
  const original = usePageNamed()(of);
  if (!original || pages[original.id]?.fingerprint === fingerprint) return null;
  return (
    <p className="notice">
      <Rich text={t.originalChanged} with={{a: () => <Link to={original.address}>{original.title}</Link>}} />
    </p>
  );
}

/** The text links to each source already, so a long list is closed at first. */
const MANY_SOURCES = 8;

/** The publications that the page is based on; a briefing keeps those that it cites. */
function Sources({record}: {record: string}) {
  const text = useText();
  const {changedSources = [], review} = useRecords().pages[record]?.freshness ?? {};
  const changeOf = (address: string) => changedSources.find(({url}) => url === address);
  const sayChanged = review ? text.page.sourceChanged : text.page.sourceChangedSince;
  const {inBriefing, beyond} = useSources();
  const sources = [...inBriefing, ...beyond];
  if (sources.length === 0) return null;
  return (
    <section className="sources">
      <h2 id="sources">{text.names.sources}</h2>
      <details open={sources.length < MANY_SOURCES}>
        <summary>{text.counts.sources({count: sources.length})}</summary>
        <ol>
          {sources.map(({title, publisher, year, url}, index) => (
            <li key={url} className={index < inBriefing.length ? undefined : 'beyond-briefing'}>
              <a href={url}>{title}</a>, {publisher}
              {year && `, ${year}`}
              <UnavailableSince address={url} />
              {changeOf(url) && <strong> {sayChanged({day: text.format.day(changeOf(url)?.on ?? '')})}</strong>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/**
 * Says that a page no longer holds, since when, why, and what to read instead, to readers and to search engines; an
 * edition has metadata for these in its banner.
 */
function Withdrawn({edition, ...withdrawn}: NonNullable<Page['withdrawn']> & {edition: string | undefined}) {
  const {pages, caseStudies} = useCatalogue();
  const {withBaseUrl} = useBaseUrlUtils();
  const {page: t, format} = useText();
  const successor = readInstead([...pages, ...caseStudies], withdrawn);
  return (
    <div className="notice withdrawn">
      {!edition && (
        <Head>
          {successor ? (
            <link rel="canonical" href={withBaseUrl(successor.address, {absolute: true})} />
          ) : (
            <meta name="robots" content="noindex" />
          )}
        </Head>
      )}
      <p>
        <strong>
          <Rich
            text={t.withdrawn}
            with={{day: () => <time dateTime={withdrawn.on}>{format.day(withdrawn.on)}</time>}}
          />
        </strong>{' '}
        {withdrawn.why}
      </p>
      {successor && (
        <p>
          <Rich text={t.readInstead} with={{a: () => <Link to={successor.address}>{successor.title}</Link>}} />
        </p>
      )}
      <p>{t.stillHere}</p>
    </div>
  );
}
