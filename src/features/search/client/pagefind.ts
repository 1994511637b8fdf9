/** A found page as lists show it: `search-pages.ts` says what is in `meta`. */
export interface FoundPage {
  url: string;
  /** Its whole text. */
  content: string;
  meta: {
    title: string;
    kind?: string;
    facts?: string;
    lead?: string;
    text?: string;
    card?: string;
    near?: string;
  };
  sub_results: FoundSection[];
}

/** What is below one heading of a found page, or before the first. */
export interface FoundSection {
  /** Its heading, or the title of the page. */
  title: string;
  url: string;
  /** Text around the words of the query, as HTML with `<mark>` and nothing else, and without. */
  excerpt: string;
  plain_excerpt: string;
  /** The places of the words of the query, as numbers of words in the text. */
  weighted_locations: readonly {balanced_score: number; location: number}[];
}

/** A found page, before its text is loaded. */
export interface Hit {
  id: string;
  score: number;
  data(): Promise<FoundPage>;
}

/** How many pages have each value, by filter. */
type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface SearchOptions {
  filters?: Readonly<Record<string, string | {any: readonly string[]}>>;
  sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  /** Loads every filter; counts then include all of them. */
  filters(): Promise<FilterCounts>;
  /** Without a query it finds every page. */
  search(query: string | null, options?: SearchOptions): Promise<{results: Hit[]; filters: FilterCounts}>;
}

/** A whole word ranks before longer ones that start with it: `editions` before `editor`. */
const RANKING = {
  termSimilarity: 10,
  metaWeights: {title: 6, lead: 3, also: 8, terms: 3, near: 0.2, kind: 0, facts: 0, text: 0, card: 0},
};

/** Loads the index in a folder. Without its worker, which would be a tenth of what a reader loads first. */
export async function loadPagefind(base: string, folder = 'pagefind/'): Promise<Pagefind> {
  const {createInstance} = await import(`${base}pagefind/pagefind.js`);
  const basePath = base + folder;
  return createInstance({basePath, baseUrl: base, noWorker: true, excerptEllipsis: '…', ranking: RANKING});
}

/**
 * The query without the common words of the language, unless nothing would be left; a phrase in quotes stays whole. The
 * search engine also matches words that start with a common word, so `a` would find everything, and has figures without
 * the sign of their currency.
 */
export function searchTerms(asked: string, commonWords: string): string {
  const query = asked.replace(/\p{Sc}/gu, '');
  if (query.includes('"')) return query;
  const common = commonWords.split(' ');
  const left = query.split(/\s+/).filter((word) => !common.includes(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  return left.some((word) => /[\p{L}\p{N}]/u.test(word)) ? left.join(' ') : query;
}
