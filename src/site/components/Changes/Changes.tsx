import Link from '@docusaurus/Link';
import {
  type CountedChange,
  isAboutWebsite,
  pagesInShort,
  readersFirst,
} from '../../../changes/updates/change-labels.ts';
import {correctionsTo} from '../../../changes/updates/corrections.ts';
import type {PublishedUpdate} from '../../../changes/updates/page-record.ts';
import type {ChangeNote} from '../../../content/schemas/change-note-schema.ts';
import {Fact} from '../Facts/Facts.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {useEditionNamed, usePageNamed, useRecords, useSiteData, useText} from '../use-site.ts';
import {AfterFeedback, DifferenceLink, LinkedPages, PublishedDate, PublishedOn, UpdateLink} from './PageLinks.tsx';

interface Props {
  slug: string;
  changes: readonly CountedChange[];
}

/** The changes of an update: significant ones first, then small corrections. */
export function ChangeList({slug, changes}: Props) {
  const {changes: t} = useText();
  const major = readersFirst(
    changes.filter(({significance}) => significance === 'major'),
    ({pages}) => pages,
  );
  const minor = changes.filter(({significance}) => significance === 'minor');
  return (
    <>
      {major.map((change) => (
        <Change key={change.note} slug={slug} {...change} />
      ))}
      {minor.length > 0 && (
        <section>
          <h2>{t.smallCorrections}</h2>
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

function Change({slug, nth, ...change}: CountedChange & {slug: string}) {
  const {kind, note, pages, corrects, editions, answers, why, who_is_affected: who, what_to_do: action} = change;
  const {changes: t, counts, format} = useText();
  const editionOf = useEditionNamed();
  const links = useSiteData().differences[slug] ?? {};
  const {first, others} = pagesInShort([{pages}]);
  return (
    <section className="change">
      <h2>
        {t.kinds[kind]}: <LinkedPages ids={first} />
        {others > 0 && ` ${counts.morePages({count: others})}`}
      </h2>
      <p>{note}</p>
      {answers && (
        <p>
          <AfterFeedback answers={answers} />
        </p>
      )}
      <CorrectionNotice slug={slug} nth={nth} />
      <dl>
        {(others > 0 || pages.some((id) => links[id])) && (
          <Fact term={pages.length > 1 ? t.pages : t.page}>
            <ChangedPages slug={slug} ids={pages} />
          </Fact>
        )}
        {corrects && (
          <Fact term={t.corrects}>
            <UpdateLink target={corrects} />
          </Fact>
        )}
        {editions && (
          <Fact term={t.erratum}>{editions.map((name) => format.edition(editionOf(name) ?? {name})).join(', ')}</Fact>
        )}
        {why && <Fact term={t.why}>{why}</Fact>}
        {who && <Fact term={t.who}>{who}</Fact>}
        {action && <Fact term={t.what}>{action}</Fact>}
      </dl>
    </section>
  );
}

/** A longer list of pages would hide the next change. */
const MAX_LISTED = 6;

/** The pages that an update changed, each with a link to its difference if there is one. */
function ChangedPages({slug, ids}: {slug: string; ids: readonly string[]}) {
  const pageOf = usePageNamed();
  const links = useSiteData().differences[slug] ?? {};
  const {counts} = useText();
  const isLong = ids.length > MAX_LISTED;
  if (!isLong && !ids.some((id) => links[id])) return <LinkedPages ids={ids} />;
  const list = (
    <ul className="changed-pages">
      {ids.map((id) => {
        const link = links[id];
        return (
          <li key={id}>
            <LinkedPages ids={[id]} /> {link && <DifferenceLink {...link} of={pageOf(id)?.title ?? id} />}
          </li>
        );
      })}
    </ul>
  );
  if (!isLong) return list;
  return (
    <details>
      <summary>{counts.pages({count: ids.length})}</summary>
      {list}
    </details>
  );
}

/** Later corrections of an update or of one of its changes. */
export function CorrectionNotice({slug, nth}: {slug: string; nth?: number}) {
  const {changes: t} = useText();
  return correctionsTo(useRecords().corrections, slug, nth).map(({update, published, note}) => (
    <p key={update + note} className="notice">
      <strong>
        <Rich text={t.corrected} with={{date: () => <PublishedDate published={published} />}} />
      </strong>{' '}
      {note} <UpdateLink target={update} />
    </p>
  ));
}

interface UpdateListProps {
  updates: readonly PublishedUpdate[];
  /** Show only the changes that name one of these pages. */
  onlyPages?: ReadonlySet<string> | undefined;
}

/** How many notes are shown at first; a long list would hide the next update on a phone. */
const NOTES_SHOWN = 3;

/**
 * Updates by date, with the pages, kind and note of each change. Changes and updates that are about the website alone are
 * folded, and small corrections are only counted.
 */
export function UpdateList({updates, onlyPages}: UpdateListProps) {
  const {changes: t} = useText();
  const forWebsite = updates.filter(({changes}) => changes.every(isAboutWebsite));
  const forReaders = updates.filter((update) => !forWebsite.includes(update));
  return (
    <>
      {forReaders.length > 0 && <UpdateEntries updates={forReaders} onlyPages={onlyPages} />}
      {forWebsite.length > 0 && (
        <details>
          <summary>{t.websiteUpdates}</summary>
          <UpdateEntries updates={forWebsite} onlyPages={onlyPages} />
        </details>
      )}
    </>
  );
}

function UpdateEntries({updates, onlyPages}: UpdateListProps) {
  const {changes: t} = useText();
  return (
    <ul className="entry-list timeline" data-new={t.sinceVisit}>
      {updates.map(({slug, title, published, changes}) => {
        const major = changes.filter(
          ({significance, pages}) => significance === 'major' && (!onlyPages || pages.some((id) => onlyPages.has(id))),
        );
        const forReaders = major.filter((change) => !isAboutWebsite(change));
        const folded = [
          [t.more, forReaders.slice(NOTES_SHOWN)],
          [t.aboutWebsite, major.filter(isAboutWebsite)],
        ] as const;
        return (
          <li key={slug} data-published={published.latest}>
            <h2>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </h2>
            <PublishedOn published={published} />
            {major.length === 0 && <p>{t.onlySmall}</p>}
            <ChangeLines changes={forReaders.slice(0, NOTES_SHOWN)} onlyPages={onlyPages} />
            {folded.map(
              ([summary, rest]) =>
                rest.length > 0 && (
                  <details key={summary({count: 0})}>
                    <summary>
                      {summary({count: rest.length})}
                      <span className="visually-hidden">: {title}</span>
                    </summary>
                    <ChangeLines changes={rest} onlyPages={onlyPages} />
                  </details>
                ),
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A line for each change: its kind, its pages and its note. */
function ChangeLines({
  changes,
  onlyPages,
}: {
  changes: readonly Pick<ChangeNote, 'kind' | 'pages' | 'note'>[];
  onlyPages: ReadonlySet<string> | undefined;
}) {
  const {changes: t, counts} = useText();
  if (changes.length === 0) return null;
  return (
    <ul className="change-lines">
      {changes.map((change) => {
        const {first, others} = pagesInShort([change], onlyPages);
        return (
          <li key={change.note}>
            <span className="tag">{t.kinds[change.kind]}</span>{' '}
            <strong>
              <LinkedPages ids={first} />
            </strong>
            {others > 0 && ` ${counts.morePages({count: others})}`}
            <br />
            {change.note}
          </li>
        );
      })}
    </ul>
  );
}
