export interface FoundPage {
  url: string;
  /** Escaped text with `<mark>` around matches. */
  excerpt: string;
  meta: {title?: string; kind?: string};
  filters: {edition?: string[]};
}

export const LIVE_FILTER = 'live';

/** A found page, before its text is loaded. */
export interface Hit {
  id: string;
  score: number;
  data(): Promise<FoundPage>;
}

type Filters = Readonly<Record<string, unknown>>;

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  options(options: {baseUrl: string; ranking: typeof RANKING}): Promise<void>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  search(query: string, options?: {filters?: Filters}): Promise<{results: Hit[]}>;
}

/**
 * A whole word ranks before longer ones that start with it: `editions` before `editor`. The lead of a page counts more
 * than its title: updates have only a title, so they rank after the pages they are about.
 */
const RANKING = {termSimilarity: 10, metaWeights: {title: 2, lead: 3, kind: 0}};

/** Loads the search engine, which the build writes next to the pages. */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const pagefind = (await import(`${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({baseUrl: base, ranking: RANKING});
  return pagefind;
}

/** The kind of guidance pages. Their score is multiplied, because readers look for an answer before examples. */
const GUIDANCE = {kind: 'Guidance'};
const GUIDANCE_COUNTS = 2;

/** Finds pages: live ones before editions, and guidance before similar case studies. */
export async function findPages(pagefind: Pagefind, query: string): Promise<{live: Hit[]; inEditions: Hit[]}> {
  const {edition = {}} = await pagefind.filters();
  const names = Object.keys(edition).filter((name) => name !== LIVE_FILTER);
  const editions = {edition: {any: names}};
  const find = async (filters: Filters) => (await pagefind.search(query, {filters})).results;
  const guidance = new Set((await find(GUIDANCE)).map(({id}) => id));
  const rank = ({id, score}: Hit) => (guidance.has(id) ? GUIDANCE_COUNTS : 1) * score;
  const ranked = (hits: Hit[]) => hits.sort((a, b) => rank(b) - rank(a));
  if (names.length === 0) return {live: ranked(await find({})), inEditions: []};
  return {live: ranked(await find({not: editions})), inEditions: ranked(await find(editions))};
}
