import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';

/** A change with its number in the update, counted from 1, by which corrections name it. */
export type CountedChange = ChangeNote & {nth: number};

export function countChanges(changes: readonly ChangeNote[]): CountedChange[] {
  return changes.map((change, index) => ({...change, nth: index + 1}));
}

/** How many pages are named before "and more pages". */
const NAMED = 3;

export interface PagesInShort {
  first: string[];
  others: number;
}

/** The distinct pages of changes: the first three, toolkit pages before handbook pages, and how many others. */
export function pagesInShort(
  changes: readonly {pages: readonly string[]}[],
  about?: ReadonlySet<string>,
): PagesInShort {
  const distinct = new Set(changes.flatMap(({pages}) => pages).filter((id) => !about || about.has(id)));
  const ids = readersFirst([...distinct], (id) => [id]);
  const first = ids.slice(0, NAMED);
  return {first, others: ids.length - first.length};
}

/** Sorts changes to toolkit pages before those to handbook pages or no page, and otherwise keeps the order. */
export function readersFirst<T>(entries: readonly T[], pagesOf: (entry: T) => readonly string[]): T[] {
  const isFirst = (entry: T) => isForReaders(pagesOf(entry));
  return [...entries.filter(isFirst), ...entries.filter((entry) => !isFirst(entry))];
}

/** Sorts corrections first, then changes to toolkit pages. */
export function correctionsFirst(changes: readonly ChangeNote[]): ChangeNote[] {
  const rank = ({kind}: ChangeNote) => (kind === 'correction' ? 0 : 1);
  return readersFirst(changes, ({pages}) => pages).toSorted((a, b) => rank(a) - rank(b));
}

/** Joins changes of an update that have the same words: one change with the pages of all. */
export function joinSameNotes(changes: readonly ChangeNote[]): ChangeNote[] {
  const groups = Map.groupBy(changes, ({kind, note}) => `${kind} ${note}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{...first, pages: [first, ...others].flatMap(({pages}) => pages)}] : [],
  );
}

/**
 * Whether a change is about the website alone: it names only handbook pages, corrects and withdraws nothing, and does not
 * say whom it affects. Readers of the guidance need not follow it.
 */
export function isAboutWebsite({kind, pages, who_is_affected: who}: WebsiteChange): boolean {
  return !isForReaders(pages) && kind !== 'correction' && kind !== 'page-withdrawn' && who === undefined;
}

type WebsiteChange = Pick<ChangeNote, 'kind' | 'pages' | 'who_is_affected'>;

/** Whether a change concerns a toolkit page, and not only the handbook, which is about the toolkit itself. */
export function isForReaders(pages: readonly string[]): boolean {
  return pages.some((id) => !id.startsWith('handbook/'));
}
