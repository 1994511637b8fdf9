import {withOthers} from './change-words.ts';

/** How many pages are named before the others are counted. */
const NAMED = 3;

/** Pages as a list of updates names them. */
export interface PagesInShort {
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
