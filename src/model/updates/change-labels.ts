import type {ChangeNote} from '../schemas/change-note-schema.ts';

/** The labels above change notes. */
export const CHANGE_WORDS: Readonly<Record<ChangeNote['kind'], string>> = {
  'page-added': 'New page',
  'case-study-added': 'New case study',
  'content-added': 'Added',
  'content-changed': 'Changed',
  'content-removed': 'Removed',
  'page-moved': 'Moved',
  'page-withdrawn': 'Withdrawn',
  correction: 'Correction',
};

/** Says that a note is about a number of other pages too, `with 3 other pages`; empty if it is not. */
export function withOthers(count: number): string | undefined {
  return count === 0 ? undefined : `with ${count} other ${count === 1 ? 'page' : 'pages'}`;
}

/** A change with its number in the update, counted from 1, by which corrections name it. */
export type CountedChange = ChangeNote & {nth: number};

/** The changes of an update, with their numbers. */
export function countChanges(changes: readonly ChangeNote[]): CountedChange[] {
  return changes.map((change, index) => ({...change, nth: index + 1}));
}

/** How many pages are named before "with other pages". */
const NAMED = 3;

/** The pages of an update as lists name them. */
interface PagesInShort {
  /** The ids of the first pages. */
  first: string[];
  /** `with 4 other pages`; empty if all are named. */
  others: string | undefined;
}

/** The distinct pages of changes: the first three, toolkit pages before handbook pages, and how many others. */
export function pagesInShort(
  changes: readonly {pages: readonly string[]}[],
  about?: ReadonlySet<string>,
): PagesInShort {
  const named = new Set(changes.flatMap(({pages}) => pages).filter((id) => !about || about.has(id)));
  const ids = readersFirst([...named], (id) => [id]);
  const first = ids.slice(0, NAMED);
  return {first, others: withOthers(ids.length - first.length)};
}

/** Sorts changes to toolkit pages before those to handbook pages or no page, and otherwise keeps the order. */
export function readersFirst<T>(entries: readonly T[], pagesOf: (entry: T) => readonly string[]): T[] {
  const isForReaders = (entry: T) => pagesOf(entry).some((id) => !id.startsWith('handbook/'));
  return [...entries.filter(isForReaders), ...entries.filter((entry) => !isForReaders(entry))];
}
