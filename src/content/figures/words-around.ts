import {leadIn, sentenceBefore} from './carried.ts';
import {plain} from './figure-words.ts';
import type {PageNumber} from './page-numbers.ts';

/**
 * A figure in the words of its page, to be read where the page is not at hand: its row or outcome, or its sentence with
 * the one before, on which it may go on, and with what introduces a list.
 */
export function wordsAround(claim: PageNumber): string {
  const {unit, sentence} = claim;
  if (unit.place === 'outcome') return plain(unit.text);
  if (unit.row) return plain(unit.row.words);
  return plain([leadIn(claim), sentenceBefore(claim), unit.text.slice(sentence.start, sentence.end)].join(' '));
}
