import type {ChangeNote} from '../schemas/change-note-schema.ts';

/** What happened to a page, as readers see it above a note. */
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

/** What a note on several pages says on one of them, `with 3 other pages`; nothing where it is about that page alone. */
export function withOthers(pages: readonly string[], own: ReadonlySet<string>): string | undefined {
  const count = pages.filter((id) => !own.has(id)).length;
  return count === 0 ? undefined : `with ${count} other ${count === 1 ? 'page' : 'pages'}`;
}

/** A change with its place in its update, counted from 1, by which corrections name it. */
export type CountedChange = ChangeNote & {nth: number};

/** The changes of an update, counted. */
export function countChanges(changes: readonly ChangeNote[]): CountedChange[] {
  return changes.map((change, index) => ({...change, nth: index + 1}));
}

/** How many pages are named before the others are counted. */
const NAMED = 3;

/** Pages as a list of updates names them. */
interface PagesInShort {
  /** The ids of the first few. */
  first: string[];
  /** `with 4 other pages`; nothing where all are named. */
  others: string | undefined;
}

/** The pages that changes name, each once: the first three, pages of the toolkit before its handbook, and how many others. */
export function pagesInShort(
  changes: readonly {pages: readonly string[]}[],
  about?: ReadonlySet<string>,
): PagesInShort {
  const named = new Set(changes.flatMap(({pages}) => pages).filter((id) => !about || about.has(id)));
  const ids = readersFirst([...named], (id) => [id]);
  const first = ids.slice(0, NAMED);
  return {first, others: withOthers(ids, new Set(first))};
}

/** What speaks of a page of the toolkit before what speaks of its handbook alone, or of none; else in the order given. */
export function readersFirst<T>(entries: readonly T[], pagesOf: (entry: T) => readonly string[]): T[] {
  const isForReaders = (entry: T) => pagesOf(entry).some((id) => !id.startsWith('handbook/'));
  return [...entries.filter(isForReaders), ...entries.filter((entry) => !isForReaders(entry))];
}
