import {leadIn, pointsBack} from './carried.ts';
import {plain} from './figure-words.ts';
import type {PageNumber} from './page-numbers.ts';
import {sentencesOf} from './sentence-of.ts';

/**
 * A figure in the words of its page, to be read where the page is not at hand: its row or outcome, or its sentence with
 * what introduces it, and with the one before where it points back to that.
 */
export function wordsAround(claim: PageNumber): string {
  const {unit, sentence} = claim;
  if (unit.place === 'outcome') return plain(unit.text);
  if (unit.row) return plain(unit.row.words);
  const own = unit.text.slice(sentence.start, sentence.end);
  const before = sentencesOf(unit.text).findLast(({end}) => end <= sentence.start);
  const earlier = before && pointsBack(own) ? unit.text.slice(before.start, before.end) : '';
  return plain([leadIn(claim), earlier, own].filter(Boolean).join(' '));
}
