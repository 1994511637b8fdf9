import {distance} from 'fastest-levenshtein';
import {plain, SMALL_WORDS} from '../../format/text.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';

/** A page that may already say what a new one would. */
export interface NearDuplicate {
  path: string;
  title: string;
  /** What the two have in common, to follow the page's name: "has a similar title". */
  because: string[];
}

/** What is known of a page before it is written. */
export interface Candidate {
  title: string;
  service?: string | undefined;
  place?: string | undefined;
}

/** The share of words, of the shorter title's, from which two titles are called similar. */
const SHARED_WORDS = 0.6;

/** The share of characters that may differ. */
const DIFFERENT_CHARACTERS = 0.25;

/** Pages that a new one may repeat, in the order of their paths: a similar title, or the same service or place. */
export function nearDuplicates(toolkit: Toolkit, candidate: Candidate): NearDuplicate[] {
  return allPages(toolkit).flatMap(({document: {path}, data}) => {
    const study: Candidate = {service: undefined, place: undefined, ...data};
    const because = [
      ...(isSimilarTitle(data.title, candidate.title) ? ['has a similar title'] : []),
      ...(isSame(study.service, candidate.service) ? ['is about the same service'] : []),
      ...(isSame(study.place, candidate.place) ? ['is about the same place'] : []),
    ];
    return because.length > 0 ? [{path, title: data.title, because}] : [];
  });
}

function isSimilarTitle(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (distance(left, right) <= Math.max(left.length, right.length) * DIFFERENT_CHARACTERS) return true;
  const [words, others] = [wordsOf(left), wordsOf(right)];
  const shared = [...words].filter((word) => others.has(word)).length;
  // A title of one word would be similar to every title that contains it.
  return shared > 1 && shared >= Math.min(words.size, others.size) * SHARED_WORDS;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a) === plain(b);
}

/** The words of a plain text that say something. */
function wordsOf(text: string): Set<string> {
  return new Set(text.split(' ').filter((word) => word !== '' && !SMALL_WORDS.has(word)));
}
