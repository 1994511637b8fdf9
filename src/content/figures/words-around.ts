import {leadIn} from './carried.ts';
import {plain} from './figure-words.ts';
import type {PageNumber} from './page-numbers.ts';
import {sentencesOf} from './sentence-of.ts';

/**
 * A figure in the words of its page, to be read where the page is not at hand: its row or outcome, or its sentence with
 * the one before, on which it may go on, and with what introduces a list.
 */
export function wordsAround(claim: PageNumber): string {
  const {unit, sentence} = claim;
  if (unit.place === 'outcome') return plain(unit.text);
  if (unit.row) return plain(unit.row.words);
  const before = sentencesOf(unit.text).findLast(({end}) => end <= sentence.start);
  return plain(`${leadIn(claim)} ${unit.text.slice((before ?? sentence).start, sentence.end)}`);
}
