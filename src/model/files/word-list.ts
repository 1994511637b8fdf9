import {once} from '../memo.ts';
import {compareText} from '../problem.ts';

/** A problem with a word of the list, with its line, counted from 1. */
export interface ListedWord {
  line: number;
  problem: string;
  fix: string;
}

/** Finds words that no text uses, duplicates, and words out of order. */
export function checkWordList(words: readonly string[], texts: readonly string[]): ListedWord[] {
  const plainTexts = texts.map((text) => once(() => text.replaceAll('’', "'")));
  return words.flatMap((word, index): ListedWord[] => {
    const say = (problem: string, fix: string) => [{line: index + 1, problem: `\`${word}\` ${problem}`, fix}];
    const before = words[index - 1];
    if (words.indexOf(word) < index) return say('is in the list twice, expected it once', 'Delete the line.');
    if (!plainTexts.some((plain) => holds(plain(), word)))
      return say('is used on no page, expected only words in use', 'Delete the line.');
    if (before !== undefined && compareText(before, word) > 0) {
      return say(`follows \`${before}\`, expected the list in order`, 'Sort the lines, capitals first.');
    }
    return [];
  });
}

/** Whether a text with plain apostrophes contains a whole word, with or without a capital, also as part of a hyphenated word. */
function holds(plain: string, word: string): boolean {
  for (const form of [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]) {
    for (let at = plain.indexOf(form); at >= 0; at = plain.indexOf(form, at + 1)) {
      const [before, after] = [plain.charAt(at - 1), plain.slice(at + form.length, at + form.length + 2)];
      if (!LETTER_RE.test(before) && !/^(?:\p{L}|'[^s\P{L}])/u.test(after)) return true;
    }
  }
  return false;
}

const LETTER_RE = /\p{L}/u;
