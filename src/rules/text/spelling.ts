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

/** Looks up every distinct word once, and loads the dictionary only for the first that is not common: loading is slow. */
function createSpeller(dictionary: Dictionary): Spelling {
  const words = once(() => nspell(dictionary));
  const isListed = (word: string) => words().correct(word);
  const correct = new Map<string, boolean>();
  const suggested = new Map<string, string[]>();
  return {knows, suggest};

  function knows(word: string): boolean {
    const cached = correct.get(word);
    if (cached !== undefined) return cached;
    const isRight =
      COMMON_WORDS.has(word.toLowerCase()) ||
      isListed(word) ||
      // A name in lower case, as in part of an address, is not a spelling mistake.
      isListed(word.charAt(0).toUpperCase() + word.slice(1)) ||
      isDerived(word) ||
      isCompound(word);
    correct.set(word, isRight);
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
    const suggestions = suggested.get(word) ?? words().suggest(word);
    suggested.set(word, suggestions);
    return suggestions;
  }
}

/** About 1% of random typing mistakes split into two valid words of this length; with 3 letters it is 4%. */
const MIN_PART = 4;
