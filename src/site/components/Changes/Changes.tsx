import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {
  type CountedChange,
  correctionsFirst,
  joinSameNotes,
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
const NOTES_SHOWN = 5;

/**
 * Updates by date: corrections first, then what else readers would act on, with old and new values. Of older updates only
 * corrections are not folded.
 */
export function UpdateList({updates, onlyPages}: UpdateListProps) {
  const {changes: t, counts} = useText();
  return (
    <ul className="entry-list timeline" data-new={t.sinceVisit}>
      {updates.map((update, index) => {
        const {slug, title, published, changes} = update;
        const isListed = ({significance, pages}: ChangeNote) =>
          significance === 'major' && (!onlyPages || pages.some((id) => onlyPages.has(id)));
        const entries = joinSameNotes(correctionsFirst(changes.filter(isListed)));
        const shown = entries.filter(({kind}) => index === 0 || kind === 'correction').slice(0, NOTES_SHOWN);
        const folded = entries.filter((change) => !shown.includes(change));
        const summary = shown.length > 0 ? t.more : counts.changes;
        return (
          <li key={slug} data-published={published.latest}>
            <h2>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </h2>
            <PublishedOn published={published} />
            <ChangeLines slug={slug} changes={shown} onlyPages={onlyPages} />
            {folded.length > 0 && (
              <details>
                <summary>
                  {summary({count: folded.length})}
                  <span className="visually-hidden">: {title}</span>
                </summary>
                <ChangeLines slug={slug} changes={folded} onlyPages={onlyPages} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ChangeLinesProps extends Pick<UpdateListProps, 'onlyPages'> {
  slug: string;
  changes: readonly ChangeNote[];
}

/** A line for each change: its kind, its pages and its note, with the values that it is about. */
function ChangeLines({slug, changes, onlyPages}: ChangeLinesProps) {
  const {changes: t, counts} = useText();
  const {values} = useSiteData();
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
            {values[`${slug} ${change.note}`]?.map(({before, after}) => (
              <Fragment key={before}>
                <br />
                {t.before} <del>{before}</del> {t.now} <ins>{after}</ins>
              </Fragment>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
