import nspell from 'nspell';
import type {CheckContext} from '../../content/check-context.ts';
import {once, oncePer} from '../../content/memo.ts';
import type {Dictionary} from '../../content/source-document.ts';
import commonWords from './common-words.json' with {type: 'json'};

/** Words and parts of words that are common in British public services but missing from the dictionary. */
const COMMON_WORDS: ReadonlySet<string> = new Set(commonWords);

export interface Spelling {
  /** Whether a word without hyphens is spelled correctly. */
  knows(word: string): boolean;
  /** Corrections for a misspelled word, the likeliest first. */
  suggest(word: string): string[];
}

/** Results of look-ups in a dictionary, as plain data that can be cached and passed between threads. */
export interface Lookups {
  correct: Map<string, boolean>;
  suggested: Map<string, string[]>;
}

/** A spelling checker that loads its dictionary only for the first unknown word, because loading is slow. */
interface Speller extends Spelling {
  cached: Lookups;
  /** New results since `drainLookups` was last called. */
  learned: Lookups;
}

const spellerOf = oncePer(createSpeller);
const setOf = oncePer((words: readonly string[]): ReadonlySet<string> => new Set(words));

/** Combines a dictionary with the toolkit's word list. Each is loaded once. */
export function spellingOf({dictionary, words}: Pick<CheckContext, 'dictionary' | 'words'>): Spelling {
  const general = spellerOf(dictionary);
  const listed = setOf(words);
  return {
    knows: (word) => general.knows(word) || listed.has(word) || listed.has(word.toLowerCase()),
    suggest: general.suggest,
  };
}

export function restoreLookups(dictionary: Dictionary, lookups: Lookups): void {
  mergeLookups(spellerOf(dictionary).cached, lookups);
}

/** Returns the new results since the last call, and forgets that they are new. */
export function drainLookups(dictionary: Dictionary): Lookups {
  const speller = spellerOf(dictionary);
  const {learned} = speller;
  speller.learned = createLookups();
  return learned;
}

function createLookups(): Lookups {
  return {correct: new Map(), suggested: new Map()};
}

export function mergeLookups(lookups: Lookups, more: Lookups): void {
  for (const [word, isRight] of more.correct) lookups.correct.set(word, isRight);
  for (const [word, suggestions] of more.suggested) lookups.suggested.set(word, suggestions);
}

/** Looks up every distinct word once. */
function createSpeller(dictionary: Dictionary): Speller {
  const words = once(() => nspell(dictionary));
  const isListed = (word: string) => words().correct(word);
  const speller: Speller = {cached: createLookups(), learned: createLookups(), knows, suggest};

  function knows(word: string): boolean {
    const cached = speller.cached.correct.get(word);
    if (cached !== undefined) return cached;
    const isRight =
      COMMON_WORDS.has(word.toLowerCase()) ||
      isListed(word) ||
      // A name in lower case, as in part of an address, is not a spelling mistake.
      isListed(word.charAt(0).toUpperCase() + word.slice(1)) ||
      isDerived(word) ||
      isCompound(word);
    speller.cached.correct.set(word, isRight);
    speller.learned.correct.set(word, isRight);
    return isRight;
  }

  /** `accreditations`, `unstaffed`, `relaunching`: dictionaries have few of the forms of a word. */
  function isDerived(word: string): boolean {
    const [, prefixed] = /^(?:de|non|over|pre|re|sub|un|under)(\p{Ll}{3,}(?:ed|ing|able))$/u.exec(word) ?? [];
    const singular = /^\p{Ll}{4,}s$/u.test(word)
      ? word.replace(/(?:ies|s)$/, (end) => (end === 's' ? '' : 'y'))
      : undefined;
    return [prefixed, singular].some((base) => base !== undefined && knows(base));
  }

  /** `foodbank`, `makerspace`: dictionaries lack many new compounds. */
  function isCompound(word: string): boolean {
    if (!/^[a-z]+$/.test(word)) return false;
    for (let at = MIN_PART; at <= word.length - MIN_PART; at += 1) {
      if (isListed(word.slice(0, at)) && isListed(word.slice(at))) return true;
    }
    return false;
  }

  function suggest(word: string): string[] {
    const cached = speller.cached.suggested.get(word);
    if (cached) return cached;
    const suggestions = words().suggest(word);
    speller.cached.suggested.set(word, suggestions);
    speller.learned.suggested.set(word, suggestions);
    return suggestions;
  }

  return speller;
}

/** About 1% of random typing mistakes split into two valid words of this length; with 3 letters it is 4%. */
const MIN_PART = 4;
