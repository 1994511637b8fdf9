/** What a found page tells of itself. */
export interface FoundPage {
  url: string;
  /** Escaped text with `<mark>` around the words that were searched for. */
  excerpt: string;
  meta: {title?: string; kind?: string};
  filters: {edition?: string[]};
}

/** What pages of the live text say in place of an edition. */
export const LIVE = 'live';

/** A page that was found, before its words are loaded. */
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
 * The word itself comes before others that begin like it: `editions` before `editor`. What a page says of itself below
 * its title counts more than the title: updates have a title alone, and so give way to the pages they speak of.
 */
const RANKING = {termSimilarity: 10, metaWeights: {title: 2, lead: 3, kind: 0}};

/** Loads the search engine, which the build puts beside the pages. */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const pagefind = (await import(`${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({baseUrl: base, ranking: RANKING});
  return pagefind;
}

/** What pages of guidance say they are; they count so many times as much, as readers look for an answer before examples. */
const GUIDANCE = {kind: 'Guidance'};
const GUIDANCE_COUNTS = 2;

/** Finds pages: what is live comes first, whatever an edition says more often, and guidance before case studies that say as much. */
export async function findPages(pagefind: Pagefind, query: string): Promise<{live: Hit[]; inEditions: Hit[]}> {
  const {edition = {}} = await pagefind.filters();
  const names = Object.keys(edition).filter((name) => name !== LIVE);
  const editions = {edition: {any: names}};
  const find = async (filters: Filters) => (await pagefind.search(query, {filters})).results;
  const guidance = new Set((await find(GUIDANCE)).map(({id}) => id));
  const rank = ({id, score}: Hit) => (guidance.has(id) ? GUIDANCE_COUNTS : 1) * score;
  const ranked = (hits: Hit[]) => hits.sort((a, b) => rank(b) - rank(a));
  if (names.length === 0) return {live: ranked(await find({})), inEditions: []};
  return {live: ranked(await find({not: editions})), inEditions: ranked(await find(editions))};
}
