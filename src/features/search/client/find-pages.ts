import {distance} from 'fastest-levenshtein';
import {type Hit, loadPagefind, type Pagefind, searchTerms} from './pagefind.ts';

/** What a page is, as readers filter by it; `other` is a page about the toolkit. */
const KINDS = ['guidance', 'study', 'update', 'other'] as const;

export type Kind = (typeof KINDS)[number];

export interface FoundPages {
  /** Best first, and update notes last: they repeat what pages say. */
  hits: (Hit & {kind: Kind})[];
  /** The query as it was searched, without spelling mistakes. */
  query: string;
  /** Its words that are searched, and those that no page has. */
  words: string[];
  unknown: string[];
  /** Whether a page has all words that are searched. */
  isWhole: boolean;
}

/** By what the score of a page is multiplied: answers to the questions of home, guidance, examples, and the manual. */
const RANKS = {answer: 3, first: 2.2, usual: 1, last: 0.3};

/** How much more a page counts that has the words one after another. */
const AS_PHRASE = 5;

/** Pages without one of the words are left out if they have less than this share of the best score. */
const MIN_SHARE = 0.15;

/** Loads the index in a folder, and searches it for pages with words of a query: a page needs not have all of them. */
export async function loadSearch(base: string, folder: string, commonWords: string) {
  const pagefind = await loadPagefind(base, folder);
  const loadWords = async (): Promise<string[]> => (await fetch(`${base}${folder}words.json`)).json();
  const pagesThatAre = async (is: string) => {
    const {results} = await pagefind.search(null, {filters: {is}});
    return new Set(results.map(({id}) => id));
  };
  const ofRanks = await Promise.all(
    Object.entries(RANKS).map(async ([rank, factor]) => ({ids: await pagesThatAre(rank), factor})),
  );
  const ofKinds = await Promise.all(KINDS.map(pagesThatAre));
  const rankOf = (id: string) => ofRanks.find(({ids}) => ids.has(id))?.factor ?? RANKS.usual;
  // Lists, such as that of the ratings, and pages of a collection are guidance.
  const kindOf = (id: string) => KINDS.find((_, index) => ofKinds[index]?.has(id)) ?? 'guidance';

  return async (asked: string): Promise<FoundPages> => {
    const terms = searchTerms(asked, commonWords);
    const written = terms.includes('"') ? [terms] : terms.split(/\s+/).filter(Boolean);
    const searched = await Promise.all(written.map((word) => findWord(pagefind, word, loadWords)));
    // The words that few pages have say most, and their places in the text are shown.
    const known = searched.filter(({hits}) => hits.length > 0).sort((a, b) => b.hits.length - a.hits.length);
    const words = known.map(({word}) => word);
    const found = new Map<string, Hit & {matches: number; isPhrase?: true}>();
    for (const hit of known.flatMap(({hits}) => hits)) {
      const {score = 0, matches = 0} = found.get(hit.id) ?? {};
      found.set(hit.id, {...hit, score: hit.score + score, matches: matches + 1});
    }
    // What one search finds has all words marked.
    const whole = words.length > 1 ? (await pagefind.search(words.join(' '))).results : [];
    for (const {id, data} of whole) Object.assign(found.get(id) ?? {}, {data});
    const phrase = words.length > 1 ? (await pagefind.search(`"${terms}"`)).results : [];
    for (const {id} of phrase) Object.assign(found.get(id) ?? {}, {isPhrase: true});
    const hits = [...found.values()]
      .map((hit) => ({
        ...hit,
        kind: kindOf(hit.id),
        score: hit.score * hit.matches * rankOf(hit.id) * (hit.isPhrase ? AS_PHRASE : 1),
      }))
      .sort((a, b) => Number(a.kind === 'update') - Number(b.kind === 'update') || b.score - a.score);
    const least = MIN_SHARE * Math.max(0, ...hits.map(({score}) => score));
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
  const results = await searchWord(pagefind, written, loadWords);
  if (results.length > 0) return {written, word: written, isKnown: true, hits: results};
  const word = nearest(written, await loadWords());
  return {written, word: word ?? written, isKnown: false, hits: word ? (await pagefind.search(word)).results : []};
}

/** Shorter words begin too many others. */
const MIN_BEGINNING_LENGTH = 4;

/** How much less a page counts that has the parts of a hyphenated word, such as `self service`, than one with all of it. */
const IN_PARTS = 0.2;

/** The pages with a word: a short one as a whole, others also as the beginning of longer ones. */
async function searchWord(pagefind: Pagefind, word: string, loadWords: () => Promise<string[]>): Promise<Hit[]> {
  const {results} = await pagefind.search(word);
  if (word.includes('-')) {
    const whole = new Set(results.map(({id}) => id));
    const {results: parts} = await pagefind.search(word.replaceAll('-', ' '));
    const others = parts.filter(({id}) => !whole.has(id));
    return [...results, ...others.map((hit) => ({...hit, score: hit.score * IN_PARTS}))];
  }
  if (results.length === 0 || word.includes('"')) return results;
  const exact = new Set((await pagefind.search(`"${word}"`)).results.map(({id}) => id));
  if (exact.size > 0) return word.length < MIN_BEGINNING_LENGTH ? results.filter(({id}) => exact.has(id)) : results;
  // A reader who still types has written the beginning of a word. Where no word begins so, the engine has looked for its
  // first letters: `as` for `asdf`.
  const isBeginning = (other: string) => other.startsWith(word.toLowerCase());
  return (await loadWords()).some(isBeginning) ? results : [];
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
