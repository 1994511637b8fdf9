import Link from '@docusaurus/Link';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import type {ReactNode} from 'react';
import {readInstead} from '../../../content/pages/catalogue.ts';
import {isGeneratedPage} from '../../../content/pages/generated-pages.ts';
import {collectionOf} from '../../../content/pages/page-id.ts';
import type {Page} from '../../../content/schemas/page-schema.ts';
import {guidanceTerms} from '../../../content/schemas/vocabulary-schema.ts';
import type {Text} from '../../../language/text.ts';
import {isCaseStudy} from '../Breadcrumbs/Breadcrumbs.tsx';
import {CollectionFacts, Facts, FactsInShort, OldStudy} from '../Facts/Facts.tsx';
import {isStudyFrontMatter, useFrontMatter} from '../front-matter.ts';
import {UpdatedOn} from '../History/History.tsx';
import {BelowAnswer} from '../InShort/InShort.tsx';
import {UnavailableSince} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Heading} from '../Section/Section.tsx';
import {Slot} from '../Slot/Slot.tsx';
import {useSources} from '../Sources/sources.ts';
import {useCatalogue, usePageNamed, useRecords, useSiteFields, useText} from '../use-site.ts';

interface Props {
  pageId: string;
  edition?: string | undefined;
  /** What only the address of the page has: at the end of its head, below it, above its text, and below its answer. */
  head?: ReactNode;
  besides?: ReactNode;
  above?: ReactNode;
  tools?: ReactNode;
  /** The text itself. */
  children: ReactNode;
}

/** What a page of the toolkit says: its title, its text with its answer, and its facts. */
export function PageText({pageId, edition, head, besides, above, tools, children}: Props) {
  const {metadata} = useDoc();
  const {pluginId} = useDocsVersion();
  const {toolkit} = useSiteFields();
  const text = useText();
  const page = useFrontMatter();
  const {withdrawn, translation} = page;
  const isStudy = isStudyFrontMatter(page);
  const isGuidance = pluginId === 'default';
  const collection = collectionOf(pageId, toolkit.collections);
  const term = guidanceTerms(toolkit).find((guidance) => guidance.page === pageId);
  const dates = (
    <p className="page-meta">
      <span className="kind">{collection?.singular ?? kindLabel(pluginId, metadata.id, text)}</span>{' '}
      <UpdatedOn pageId={pageId} edition={edition} />
    </p>
  );
  // Pages about the toolkit are for its contributors and editors, who need none of these.
  const belowAnswer = isGuidance && (
    <>
      {isStudy && <FactsInShort study={page} />}
      <Slot name="title" at="page" />
      {dates}
      {tools}
    </>
  );
  return (
    <>
      {withdrawn && <Withdrawn {...withdrawn} />}
      <header className="page-head">
        {term?.drawing && (
          <svg className="drawing" data-term={term.id} aria-hidden="true" viewBox="0 0 48 48">
            <path d={term.drawing} />
          </svg>
        )}
        <Heading level={1}>{metadata.title}</Heading>
        {/* Other pages begin with their answer: a description above it would fill the first screen of a phone. */}
        {collection && <p className="lead">{metadata.description}</p>}
        {!isGuidance && dates}
        {head}
      </header>
      {besides}
      <div className="page-body">
        {above}
        {translation && !edition && <OriginalChanged {...translation} />}
        {isStudy ? <OldStudy period={page.period} /> : <CollectionFacts page={page} pageId={pageId} />}
        {/* The manual and the generated pages are in English in every toolkit. */}
        <div className="prose" {...(isGeneratedPage(pageId) && !toolkit.language.startsWith('en') && {lang: 'en'})}>
          <BelowAnswer.Provider value={belowAnswer}>{children}</BelowAnswer.Provider>
        </div>
      </div>
      {isStudy && <Facts study={page} />}
    </>
  );
}

function kindLabel(pluginId: string, id: string, {names}: Text): string {
  if (pluginId !== 'default') return names.handbook;
  return isCaseStudy({id}) ? names.caseStudy : names.guidance;
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
export function Sources({record}: {record: string}) {
  const text = useText();
  const {changedSources = [], review} = useRecords().pages[record]?.freshness ?? {};
  const changeOf = (address: string) => changedSources.find(({url}) => url === address);
  const sayChanged = review ? text.page.sourceChanged : text.page.sourceChangedSince;
  const {inBriefing, beyond} = useSources();
  const sources = [...inBriefing, ...beyond];
  if (sources.length === 0) return null;
  return (
    <section className="sources">
      <Heading id="sources">{text.names.sources}</Heading>
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

/** What to read in place of a withdrawn page, if anything. */
export function useSuccessor(withdrawn: Page['withdrawn']) {
  const {pages, caseStudies} = useCatalogue();
  return withdrawn && readInstead([...pages, ...caseStudies], withdrawn);
}

/** Says that a page no longer holds, since when, why, and what to read instead. */
function Withdrawn(withdrawn: NonNullable<Page['withdrawn']>) {
  const {page: t, format} = useText();
  const successor = useSuccessor(withdrawn);
  return (
    <div className="notice withdrawn">
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
