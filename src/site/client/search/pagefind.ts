import {distance} from 'fastest-levenshtein';

/** A found page as lists show it. */
export interface FoundPage {
  url: string;
  /** Text around the words of the query, as HTML with `<mark>` and nothing else, and without. */
  excerpt: string;
  plain_excerpt: string;
  meta: {title?: string; kind?: string; facts?: string; text?: string; lines?: string; also?: string};
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
  /** Words of the pages, for what no page has. */
  loadWords(): Promise<readonly string[]>;
}

/**
 * A whole word ranks before longer ones that start with it: `editions` before `editor`. The lead of a page counts more
 * than its title: updates have only a title, so they rank after the pages they are about.
 */
const RANKING = {
  termSimilarity: 10,
  metaWeights: {title: 2, lead: 3, also: 7, terms: 1, near: 0.2, kind: 0, facts: 0, text: 0, lines: 0},
};

/**
 * Loads an index of the search engine: of live pages, or of those in editions. Without its worker, which would be a tenth
 * of what a reader loads first.
 */
export async function loadPagefind(base: string, index: 'live' | 'editions' = 'live'): Promise<Pagefind> {
  const folder = index === 'live' ? '' : `${index}/`;
  const basePath = `${base}pagefind/${folder}`;
  const {createInstance} = await import(`${base}pagefind/pagefind.js`);
  return Object.assign(
    createInstance({basePath, baseUrl: base, noWorker: true, excerptEllipsis: '…', ranking: RANKING}),
    {
      loadWords: async () => (await fetch(`${basePath}words.json`)).json(),
    },
  );
}

/** By what the score of a page is multiplied; `rank` is a filter of the index. */
const RANKS = {first: 1.75, last: 0.3};

/** The same for pages with the query as a phrase. */
const PHRASE = 2;

/** Pages without one of the words are left out if they have less than this share of the best score. */
const LEAST_SHARE = 0.15;

/** The pages that a query finds. */
export interface FoundPages {
  hits: Hit[];
  /** The query as it was searched, without spelling mistakes. */
  query: string;
  /** Its words that are searched, and those that no page has. */
  words: string[];
  unknown: string[];
  /** Whether a page has all words that are searched. */
  isWhole: boolean;
}

/**
 * Finds pages with words of a query, best first: a page needs not have all of them. Answers rank before similar
 * examples, and these before updates and the manual.
 */
export async function findPages(pagefind: Pagefind, asked: string, commonWords: string): Promise<FoundPages> {
  const unknown: string[] = [];
  const words: string[] = [];
  let query = asked;
  const terms = searchTerms(asked, commonWords);
  // Pages write `self service` and `self-service`.
  for (const word of asked.includes('"') ? [asked] : terms.split(/[\s-]+/).filter(Boolean)) {
    const spelt = await spell(pagefind, word);
    if (spelt !== word) unknown.push(word);
    if (spelt) {
      words.push(spelt);
      query = query.replace(word, spelt);
    }
  }
  const shared = new Map<string, number>();
  const found = new Map<string, Hit>();
  const byWord = await Promise.all(words.map(async (word) => (await pagefind.search(word)).results));
  // The words that few pages have say most, and their places in the text are shown.
  for (const results of byWord.sort((a, b) => b.length - a.length)) {
    for (const hit of results) {
      found.set(hit.id, {...hit, score: hit.score + (found.get(hit.id)?.score ?? 0)});
      shared.set(hit.id, (shared.get(hit.id) ?? 0) + 1);
    }
  }
  const multiply = async (by: number, phrase: string | null, options?: SearchOptions) => {
    for (const {id} of (await pagefind.search(phrase, options)).results) {
      const hit = found.get(id);
      if (hit) hit.score *= by;
    }
  };
  for (const [rank, by] of Object.entries(RANKS)) await multiply(by, null, {filters: {rank}});
  // Its common words would have to be loaded.
  const phrase = words.join(' ');
  if (words.length > 1 && query.replaceAll('-', ' ').includes(phrase)) await multiply(PHRASE, `"${phrase}"`);
  if (words.length === 2) await multiply(PHRASE, `"${words.join('-')}"`);
  // What one search finds has all words marked.
  const whole = words.length > 1 ? (await pagefind.search(phrase)).results : [];
  for (const {id, data} of whole) Object.assign(found.get(id) ?? {}, {data});
  const hits = [...found.values()]
    .map((hit) => ({...hit, share: (shared.get(hit.id) ?? 0) / words.length}))
    .map((hit) => ({...hit, score: hit.score * hit.share}))
    .sort((a, b) => b.score - a.score);
  const least = LEAST_SHARE * (hits[0]?.score ?? 0);
  return {
    hits: hits.filter(({share, score}) => share === 1 || score >= least),
    query,
    words,
    unknown,
    isWhole: hits.some(({share}) => share === 1),
  };
}

/** The least number of letters of words that are corrected by one letter, and by two: most short words have neighbours. */
const [ONE_WRONG, TWO_WRONG] = [5, 7];

/** A word as pages have it, if they have it, one that begins with it, or one like it. */
async function spell(pagefind: Pagefind, word: string): Promise<string | undefined> {
  // In quotes the word must be complete; otherwise the search engine finds words with the same beginning.
  if (!/^\p{L}+$/u.test(word) || (await pagefind.search(`"${word}"`)).results.length > 0) return word;
  const lower = word.toLowerCase();
  const known = await pagefind.loadWords();
  if (known.some((other) => other.startsWith(lower))) return word;
  const most = word.length < ONE_WRONG ? 0 : word.length < TWO_WRONG ? 1 : 2;
  const near = known
    .filter((other) => other[0] === lower[0])
    .map((other) => ({other, apart: distance(lower, other)}))
    .filter(({apart}) => apart <= most)
    .sort((a, b) => a.apart - b.apart);
  return near[0]?.other;
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
