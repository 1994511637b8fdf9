import {distance} from 'fastest-levenshtein';
import {type Hit, loadPagefind, type Pagefind, searchTerms} from './pagefind.ts';

/** The pages that a query finds. */
export interface FoundPages {
  /** Best first. */
  hits: Hit[];
  /** The query as it was searched, without spelling mistakes. */
  query: string;
  /** Its words that are searched, and those that no page has. */
  words: string[];
  unknown: string[];
  /** Whether a page has all words that are searched. */
  isWhole: boolean;
}

/** By what the score of a page is multiplied: guidance before examples, and these before updates and the manual. */
const RANKS = {first: 2.2, last: 0.3};

/** Pages without one of the words are left out if they have less than this share of the best score. */
const LEAST_SHARE = 0.15;

/** Loads the index in a folder, and searches it for pages with words of a query: a page needs not have all of them. */
export async function loadSearch(base: string, folder: string, commonWords: string) {
  const pagefind = await loadPagefind(base, folder);
  const loadWords = async (): Promise<string[]> => (await fetch(`${base}${folder}words.json`)).json();
  const ranked = Object.entries(RANKS).map(async ([rank, by]) => {
    const {results} = await pagefind.search(null, {filters: {rank}});
    return results.map(({id}) => [id, by] as const);
  });
  const ranks = new Map((await Promise.all(ranked)).flat());

  return async (asked: string): Promise<FoundPages> => {
    // Pages write `self service` and `self-service`.
    const written = asked.includes('"')
      ? [asked]
      : searchTerms(asked, commonWords)
          .split(/[\s-]+/)
          .filter(Boolean);
    const searched = await Promise.all(written.map((word) => findWord(pagefind, word, loadWords)));
    // The words that few pages have say most, and their places in the text are shown.
    const known = searched.filter(({hits}) => hits.length > 0).sort((a, b) => b.hits.length - a.hits.length);
    const words = known.map(({word}) => word);
    const found = new Map<string, Hit & {matches: number}>();
    for (const hit of known.flatMap(({hits}) => hits)) {
      const {score = 0, matches = 0} = found.get(hit.id) ?? {};
      found.set(hit.id, {...hit, score: hit.score + score, matches: matches + 1});
    }
    // What one search finds has all words marked.
    const whole = words.length > 1 ? (await pagefind.search(words.join(' '))).results : [];
    for (const {id, data} of whole) Object.assign(found.get(id) ?? {}, {data});
    const hits = [...found.values()]
      .map((hit) => ({...hit, score: hit.score * hit.matches * (ranks.get(hit.id) ?? 1)}))
      .sort((a, b) => b.score - a.score);
    const least = LEAST_SHARE * (hits[0]?.score ?? 0);
    const hasAll = ({matches}: {matches: number}) => matches === words.length;
    return {
      hits: hits.filter((hit) => hasAll(hit) || hit.score >= least),
      query: searched.reduce((query, {written: wrong, word}) => query.replace(wrong, word), asked),
      words,
      unknown: searched.flatMap(({written: word, isKnown}) => (isKnown ? [] : word)),
      isWhole: hits.some(hasAll),
    };
  };
}

/** The pages with a word, or with the word that is probably meant if no page has it. */
async function findWord(pagefind: Pagefind, written: string, loadWords: () => Promise<string[]>) {
  const {results} = await pagefind.search(written);
  if (results.length > 0) return {written, word: written, isKnown: true, hits: results};
  const word = nearest(written, await loadWords());
  return {written, word: word ?? written, isKnown: false, hits: word ? (await pagefind.search(word)).results : []};
}

/** The least number of letters of words that are corrected by one letter, and by two: most short words have neighbours. */
const [ONE_WRONG, TWO_WRONG] = [5, 7];

/** The word of the pages that is most like a misspelt one, if one is like it. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const most = word.length < ONE_WRONG ? 0 : word.length < TWO_WRONG ? 1 : 2;
  const near = known
    .filter((other) => other[0] === lower[0])
    .map((other) => ({other, apart: distance(lower, other)}))
    .filter(({apart}) => apart <= most)
    .sort((a, b) => a.apart - b.apart);
  return near[0]?.other;
}
