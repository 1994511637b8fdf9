import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {PublishedUpdate} from '../../../model/page-record.ts';
import {pageNamed} from '../../../model/pages/catalogue.ts';
import type {CountedChange} from '../../../model/updates/change-labels.ts';
import {CHANGE_WORDS, pagesInShort, readersFirst} from '../../../model/updates/change-labels.ts';
import {correctionsTo} from '../../../model/updates/corrections.ts';
import {countOf, useCatalogue, useRecords, useSiteData} from '../use-site.ts';
import {AfterFeedback, DifferenceLink, PageLinks, PublishedDate, PublishedOn, UpdateLink} from './PageLinks.tsx';

interface Props {
  slug: string;
  changes: readonly CountedChange[];
  /** The level of the heading over each change. */
  heading?: 'h2' | 'h4';
}

/** The changes of an update; small ones stand apart, after those that readers must be told of. */
export function Changes({slug, changes, heading = 'h2'}: Props) {
  const major = readersFirst(
    changes.filter(({significance}) => significance === 'major'),
    ({pages}) => pages,
  );
  const minor = changes.filter(({significance}) => significance === 'minor');
  return (
    <>
      {major.map((change) => (
        <Change key={change.note} slug={slug} heading={heading} {...change} />
      ))}
      {minor.length > 0 && (
        <section>
          <h2>Small corrections</h2>
          <ul>
            {minor.map(({nth, note, pages, answers}) => (
              <li key={note}>
                {note} <AfterFeedback answers={answers} /> <ChangedPages slug={slug} ids={pages} />
                <CorrectionNotice slug={slug} nth={nth} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Change({slug, nth, heading: Heading, ...change}: CountedChange & {slug: string; heading: 'h2' | 'h4'}) {
  const {kind, note, pages, corrects, editions, answers, why, who_is_affected: who, what_to_do: action} = change;
  return (
    <section className="change">
      <Heading>
        {CHANGE_WORDS[kind]}: <PageNames ids={pages} />
      </Heading>
      <p>{note}</p>
      {answers && (
        <p>
          <AfterFeedback answers={answers} />
        </p>
      )}
      <CorrectionNotice slug={slug} nth={nth} />
      <dl>
        <div>
          <dt>{pages.length > 1 ? 'Pages' : 'Page'}</dt>
          <dd>
            <ChangedPages slug={slug} ids={pages} />
          </dd>
        </div>
        {corrects && <Answer question="Puts right" answer={<UpdateLink target={corrects} />} />}
        {editions && <Answer question="Stands as an erratum in" answer={editions.join(', ')} />}
        {why && <Answer question="Why" answer={why} />}
        {who && <Answer question="Who is affected" answer={who} />}
        {action && <Answer question="What to do" answer={action} />}
      </dl>
    </section>
  );
}

function Answer({question, answer}: {question: string; answer: ReactNode}) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>{answer}</dd>
    </div>
  );
}

/** The pages that an update changed, each with the way to its difference where there is one. */
function ChangedPages({slug, ids}: {slug: string; ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const doors = useSiteData().differences.updates[slug] ?? {};
  if (!ids.some((id) => doors[id])) return <PageLinks ids={ids} />;
  return (
    <ul className="changed-pages">
      {ids.map((id) => {
        const door = doors[id];
        return (
          <li key={id}>
            <PageLinks ids={[id]} />{' '}
            {door && <DifferenceLink {...door} of={pageNamed([...pages, ...caseStudies], id)?.title ?? id} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The titles of the pages of a change, the first few of many: headings that all say `Changed` lead nobody. */
function PageNames({ids}: {ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const {first, others} = pagesInShort([{pages: ids}]);
  const titles = first.map((id) => pageNamed([...pages, ...caseStudies], id)?.title ?? id);
  return [...titles, ...(others ? [others] : [])].join(', ');
}

/** What later updates say to put an update, or one of its changes, right. */
export function CorrectionNotice({slug, nth}: {slug: string; nth?: number}) {
  return correctionsTo(useRecords().corrections, slug, nth).map(({update, published, note}) => (
    <p key={update + note} className="notice">
      <strong>
        Put right on <PublishedDate published={published} />.
      </strong>{' '}
      {note} <UpdateLink target={update} />
    </p>
  ));
}

interface UpdateListProps {
  updates: readonly PublishedUpdate[];
  /** Show only the changes that name one of these pages. */
  onlyPages?: ReadonlySet<string>;
  heading?: 'h2' | 'h3';
  /** Tell only the first of the notes of each update. */
  brief?: boolean;
}

/** How many notes are told at once; a long list hides the next update from whoever reads on a phone. */
const TOLD = 3;

/** Updates with the pages they changed and what they tell readers; small corrections are counted, not told. */
export function UpdateList({updates, onlyPages, heading: Heading = 'h2', brief = false}: UpdateListProps) {
  return (
    <ul className="entry-list">
      {updates.map(({slug, title, published, changes}) => {
        const shown = changes.filter(({pages}) => !onlyPages || pages.some((id) => onlyPages.has(id)));
        const major = readersFirst(
          shown.filter(({significance}) => significance === 'major'),
          ({pages}) => pages,
        );
        const {first, others} = pagesInShort([...major, ...shown], onlyPages);
        const notes = major.map(({note}) => note);
        const more = brief ? [] : notes.slice(TOLD);
        return (
          <li key={slug}>
            <Heading>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </Heading>
            <PublishedOn published={published} />
            <p className="facts-line">
              {first.length > 1 ? 'Pages' : 'Page'}: <PageLinks ids={first} />
              {others && `, ${others}`}
            </p>
            {notes.length > 0 ? <Notes notes={notes.slice(0, brief ? 1 : TOLD)} /> : <p>Small corrections only.</p>}
            {more.length > 0 && (
              <details>
                <summary>
                  {countOf(more.length, 'more change', 'more changes')}
                  <span className="visually-hidden">: {title}</span>
                </summary>
                <Notes notes={more} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Notes({notes}: {notes: readonly string[]}) {
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
