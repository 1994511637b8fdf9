import nspell from 'nspell';
import type {CheckContext} from '../check-context.ts';
import {COMMON_WORDS} from './common-words.ts';

/** Tells right words from wrong ones. */
export interface Spelling {
  /** Whether a word without hyphens is right. */
  knows(word: string): boolean;
  /** Right words that a wrong one may have been meant to be, the likeliest first. */
  suggest(word: string): string[];
}

type Dictionary = CheckContext['dictionary'];

const dictionaries = new WeakMap<Dictionary, Spelling>();
const lists = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Spelling by a dictionary and a toolkit's own words; each is read but once. */
export function spellingOf({dictionary, words}: Pick<CheckContext, 'dictionary' | 'words'>): Spelling {
  const general = kept(dictionaries, dictionary, readDictionary);
  const own = kept(lists, words, (list) => new Set(list));
  return {
    knows: (word) => general.knows(word) || own.has(word) || own.has(word.toLowerCase()),
    suggest: general.suggest,
  };
}

function kept<Key extends object, Value>(values: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const known = values.get(key);
  if (known) return known;
  const value = make(key);
  values.set(key, value);
  return value;
}

/** Every distinct word is looked up once. */
function readDictionary(dictionary: Dictionary): Spelling {
  const speller = nspell(dictionary);
  const judged = new Map<string, boolean>();
  const suggested = new Map<string, string[]>();

  function knows(word: string): boolean {
    const known =
      judged.get(word) ??
      (COMMON_WORDS.has(word.toLowerCase()) ||
        speller.correct(word) ||
        // A name in small letters, as in a part of an address, is no slip of spelling.
        speller.correct(word.charAt(0).toUpperCase() + word.slice(1)) ||
        isDerived(word) ||
        isCompound(word));
    judged.set(word, known);
    return known;
  }

  /** `accreditations`, `unstaffed`, `relaunching`: dictionaries hold few of the forms that words can take. */
  function isDerived(word: string): boolean {
    const [, prefixed] = /^(?:de|non|over|pre|re|sub|un|under)(\p{Ll}{3,}(?:ed|ing|able))$/u.exec(word) ?? [];
    const singular = /^\p{Ll}{4,}s$/u.test(word)
      ? word.replace(/(?:ies|s)$/, (end) => (end === 's' ? '' : 'y'))
      : undefined;
    return [prefixed, singular].some((base) => base !== undefined && knows(base));
  }

  /** `foodbank`, `makerspace`: English joins words faster than dictionaries follow. */
  function isCompound(word: string): boolean {
    if (!/^[a-z]+$/.test(word)) return false;
    for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
      if (speller.correct(word.slice(0, at)) && speller.correct(word.slice(at))) return true;
    }
    return false;
  }

  function suggest(word: string): string[] {
    const known = suggested.get(word) ?? speller.suggest(word);
    suggested.set(word, known);
    return known;
  }

  return {knows, suggest};
}

/** Of slips made at random, 1 in 100 falls into two right words of this length; with 3 letters it is 4. */
const LEAST_PART = 4;
