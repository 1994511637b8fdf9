/** A found page as lists show it. */
export interface FoundPage {
  url: string;
  meta: {title?: string; kind?: string; facts?: string; text?: string};
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
  sort?: Readonly<Record<string, 'asc'>>;
}

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  /** Loads every filter; counts then include all of them. */
  filters(): Promise<FilterCounts>;
  /** Without a query it finds every page. */
  search(query: string | null, options?: SearchOptions): Promise<{results: Hit[]; filters: FilterCounts}>;
}

/**
 * A whole word ranks before longer ones that start with it: `editions` before `editor`. The lead of a page counts more
 * than its title: updates have only a title, so they rank after the pages they are about.
 */
const RANKING = {termSimilarity: 10, metaWeights: {title: 2, lead: 3, kind: 0, facts: 0, text: 0}};

/**
 * Loads an index of the search engine: of live pages, or of those in editions. Without its worker, which would be a tenth
 * of what a reader loads first.
 */
export async function loadPagefind(base: string, index: 'live' | 'editions' = 'live'): Promise<Pagefind> {
  const folder = index === 'live' ? '' : `${index}/`;
  const {createInstance} = await import(`${base}pagefind/pagefind.js`);
  return createInstance({
    ...{basePath: `${base}pagefind/${folder}`, baseUrl: base, noWorker: true, ranking: RANKING},
  }) as Pagefind;
}

/** The score of guidance is multiplied, because readers look for an answer before examples. */
const GUIDANCE_COUNTS = 2;

/** Finds pages, guidance before similar case studies; `kind` is what the site calls guidance. */
export async function findPages(pagefind: Pagefind, query: string, kind: string): Promise<Hit[]> {
  const guidance = await pagefind.search(query, {filters: {kind}});
  const ids = new Set(guidance.results.map(({id}) => id));
  const rank = ({id, score}: Hit) => (ids.has(id) ? GUIDANCE_COUNTS : 1) * score;
  const {results} = await pagefind.search(query);
  return results.sort((a, b) => rank(b) - rank(a));
}

/**
 * The query without the common words of the language, unless nothing would be left; a phrase in quotes stays whole. The
 * search engine also matches words that start with a common word, so `a` would find everything.
 */
export function searchTerms(query: string, commonWords: string): string {
  if (query.includes('"')) return query;
  const common = commonWords.split(' ');
  const left = query.split(/\s+/).filter((word) => !common.includes(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  return left.some((word) => /[\p{L}\p{N}]/u.test(word)) ? left.join(' ') : query;
}
