import {compareText} from '../problem.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Edition} from '../toolkit.ts';
import {compareNames} from './next-slug.ts';

type Published = Update['published'];

/** One change of a page, with the update that published it. */
export interface HistoryEntry {
  /** The update's slug, and which of its changes this is, counted from 1. */
  update: string;
  nth: number;
  published: Published;
  kind: ChangeNote['kind'];
  significance: ChangeNote['significance'];
  note: string;
  pages: string[];
  /** The numbers of the feedback it answers. */
  answers?: readonly number[];
}

/** What readers are told of how a page came to be as it is; each list newest first. */
export interface PageHistory {
  firstPublished?: Published;
  /** When the newest major change was published. */
  lastUpdated?: Published;
  major: HistoryEntry[];
  minor: HistoryEntry[];
  /** What another publisher changed, before this one restated the toolkit. */
  older: HistoryEntry[];
}

/** Which changes belong to a history. */
export interface HistoryScope {
  /** A page's id, and those it had before it moved; every page of the toolkit where they are left out. */
  pageIds?: readonly string[] | undefined;
  /** The last day of the publisher before this one, `2020-12-31`. */
  predecessorUntil?: string | undefined;
  /** For a page of an edition, whose updates are those that it holds: see `updatesIn`. */
  isFrozen?: boolean | undefined;
}

/** Kinds of change with which a page begins. */
const BEGINNINGS: ReadonlySet<ChangeNote['kind']> = new Set(['page-added', 'case-study-added']);

/** The history of a page, an edition's page, or the whole toolkit, from the updates alone. */
export function historyOf(updates: readonly Update[], scope: HistoryScope): PageHistory {
  const wanted = scope.pageIds && new Set(scope.pageIds);
  const entries = entriesOf(updates).filter(({pages}) => !wanted || pages.some((id) => wanted.has(id)));
  const isOlder = ({published}: HistoryEntry) => published.latest <= (scope.predecessorUntil ?? '');
  const own = entries.filter((entry) => !isOlder(entry));
  // An edition of the publisher before this one has that publisher's history as its own.
  const told = scope.isFrozen && own.length === 0 ? entries : own;
  const major = told.filter(({significance}) => significance === 'major');
  const oldest = told.at(-1);
  // The record may begin in the middle: a page whose oldest change is no beginning was published before it.
  const first = oldest && BEGINNINGS.has(oldest.kind) ? oldest.published : undefined;
  const last = major[0]?.published;
  return {
    ...(first && {firstPublished: first}),
    ...(last && {lastUpdated: last}),
    major,
    minor: told.filter(({significance}) => significance === 'minor'),
    older: told === entries ? [] : entries.filter(isOlder),
  };
}

/** The day on which a page was first published; none where only a range is known, or nothing at all. */
export function firstDayOf({firstPublished: first}: Pick<PageHistory, 'firstPublished'>): string | null {
  return first && first.earliest === first.latest ? first.latest : null;
}

/** Updates by their private sort key; of one day, the later slug first. */
export function newestFirst(updates: readonly Update[]): Update[] {
  return [...updates].sort((a, b) => compareText(b.date, a.date) || compareNames(b.slug, a.slug));
}

/** What was made of the same list of updates before: each page of a toolkit asks for its own part of it. */
const madeEntries = new WeakMap<readonly Update[], readonly HistoryEntry[]>();

/** Every change of every update, newest first; within an update in its own order. */
function entriesOf(updates: readonly Update[]): readonly HistoryEntry[] {
  const entries = madeEntries.get(updates) ?? makeEntries(updates);
  madeEntries.set(updates, entries);
  return entries;
}

function makeEntries(updates: readonly Update[]): HistoryEntry[] {
  return newestFirst(updates).flatMap(({slug, published, changes}) =>
    changes.map(({kind, significance, note, pages, answers}, index) => ({
      update: slug,
      nth: index + 1,
      published,
      kind,
      significance,
      note,
      pages,
      ...(answers && {answers}),
    })),
  );
}

type Frozen = Pick<Edition, 'name' | 'record'>;

/** The updates whose words an edition holds, newest first. */
export function updatesIn(updates: readonly Update[], edition: Frozen): Update[] {
  const sorted = newestFirst(updates);
  return sorted.slice(countAfter(sorted, edition));
}

/** The updates published since an edition was frozen, newest first. */
export function updatesSince(updates: readonly Update[], edition: Frozen): Update[] {
  const sorted = newestFirst(updates);
  return sorted.slice(0, countAfter(sorted, edition));
}

function countAfter(sorted: readonly Update[], {name, record}: Frozen): number {
  const last = sorted.findIndex(({slug}) => slug === record?.last_update);
  if (last !== -1) return last;
  // Without a record of it all that is known is the month of the edition, which counts as a whole.
  const month = name.slice(0, 'yyyy-mm'.length);
  const first = sorted.findIndex(({published}) => published.latest.slice(0, month.length) <= month);
  return first === -1 ? sorted.length : first;
}
