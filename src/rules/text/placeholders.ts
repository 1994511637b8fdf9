import {plain} from '../../format/text.ts';
import placeholders from './placeholders.json' with {type: 'json'};

const WORDS = placeholders.words.join('|');
const WHOLE: ReadonlySet<string> = new Set(placeholders.whole);

const PLACEHOLDER_RE = new RegExp(`(?<![\\p{L}\\p{N}/])(?:${WORDS})(?![\\p{L}\\p{N}/])|\\?\\?+|__+|\\.{5,}`, 'iu');
const WORD_RE = new RegExp(`^(?:${WORDS})$`, 'i');

/**
 * What authors write for missing text: a word such as `tbc` anywhere, or a whole paragraph or value such as `To follow`.
 * `undefined` if a text has none. A cell of a table may be empty in these ways, but not with `tbc`.
 */
export function placeholderIn(text: string, isCell = false): string | undefined {
  const whole = text.trim();
  const isEmpty = WHOLE.has(plain(text)) || /^(?:[-–—?.…]+|n\/a)$/i.test(whole);
  if (isEmpty) return isCell ? undefined : whole;
  return PLACEHOLDER_RE.exec(text)?.[0];
}

/** Whether one word of a sentence is a placeholder, which is neither misspelled nor an abbreviation. */
export function isPlaceholder(word: string): boolean {
  return WORD_RE.test(word);
}
