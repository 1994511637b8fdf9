import {createPlaceFinder} from '../place-finder.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import {renderPlace} from '../report/sections.ts';

/** A word of code or configuration that stands in quotes, and what it is to be. */
export interface CodeWord {
  word: string;
  replacement: string;
  /** How often the code, once it has run, holds the word where it is meant. */
  meant: number;
}

/** A word with the quotes around it. */
interface Hit {
  start: number;
  quote: string;
}

const QUOTES = ["'", '"', '`'];

/**
 * Puts other words in the place of words in quotes. Code is not parsed: a word is changed only where it stands just as
 * often as it is meant, so that no comment and no other use of the same letters can be hit; else the lines are named.
 */
export function replaceInCode(path: string, text: string, words: readonly CodeWord[]): {text: string; faults: Fault[]} {
  const faults: Fault[] = [];
  let result = text;
  for (const {word, replacement, meant} of words) {
    const hits = hitsOf(result, word);
    if (hits.length === meant) {
      for (const {start, quote} of hits.toReversed()) {
        result = result.slice(0, start) + quote + replacement + quote + result.slice(start + word.length + 2);
      }
    } else if (meant > 0) faults.push(...byHand(path, result, hits, {word, replacement}));
  }
  return {text: result, faults};
}

/** How often a word stands in quotes in a text. */
export function countInCode(text: string, word: string): number {
  return hitsOf(text, word).length;
}

function hitsOf(text: string, word: string): Hit[] {
  const hits = QUOTES.flatMap((quote) => {
    const starts: number[] = [];
    const sought = quote + word + quote;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) starts.push(at);
    return starts.map((start) => ({start, quote}));
  });
  return hits.sort((a, b) => a.start - b.start);
}

function byHand(
  path: string,
  text: string,
  hits: readonly Hit[],
  {word, replacement}: Pick<CodeWord, 'word' | 'replacement'>,
): Fault[] {
  const placeAt = createPlaceFinder(text);
  const places = hits.length > 0 ? hits.map(({start}) => renderPlace(path, placeAt(start))) : [path];
  return places.map((place) => ({
    problem: `${place}: code holds \`${word}\`, and it cannot be told whether the page is meant here, expected one place for each time that it is`,
    fix: `Write \`${replacement}\` here if the page is meant, then run this command again.`,
  }));
}
