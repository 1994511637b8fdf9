import type {DescribedClaim} from './describe-claims.ts';
import type {Figure} from './figure.ts';
import {NOT_STATED} from './figure.ts';
import {figureWords} from './figure-words.ts';
import type {PageNumber} from './page-numbers.ts';
import {numbersKeys} from './page-numbers.ts';

/** `the same paragraph` and `place of the study` tell where something stands on the other page. */
const WHERE_RE = / \((?:same paragraph|place of the study)\)$/;

/** Figures of two digits or more are told from others by themselves. */
const TELLING_RE = /\d\d/;

/**
 * What a page takes from another page of this toolkit rests on what that page rests on: the source of the same figure
 * there, with its year and area where the sentence has none. `claimsOf` gives the claims of a page by its id.
 */
export function restOnSource(
  {claim, figure, page}: DescribedClaim,
  claimsOf: (id: string) => readonly DescribedClaim[] | undefined,
): Figure {
  const found = page === undefined ? undefined : sameFigure(claim, claimsOf(page) ?? []);
  if (!found) return figure;
  const {year, area, source} = found.figure;
  return {
    ...figure,
    year: figure.year === NOT_STATED ? year.replace(WHERE_RE, '') : figure.year,
    area: figure.area === NOT_STATED ? area.replace(WHERE_RE, '') : figure.area,
    source,
  };
}

/** The claim with the same number that has most words in common; a small number alone may count anything. */
function sameFigure(claim: PageNumber, others: readonly DescribedClaim[]): DescribedClaim | undefined {
  const keys = numbersKeys(claim);
  const words = wordsOf(claim);
  let best: {shared: number; other: DescribedClaim} | undefined;
  for (const other of others) {
    const same = numbersKeys(other.claim).filter((key) => keys.includes(key));
    if (same.length === 0 || other.page !== undefined) continue;
    const shared = [...wordsOf(other.claim)].filter((word) => words.has(word)).length + likeness(claim, other.claim);
    if (shared === 0 && !same.some((key) => TELLING_RE.test(key))) continue;
    if (!best || shared > best.shared) best = {shared, other};
  }
  return best?.other;
}

/** What is counted, `43 boats`, weighs more than any other word. */
function likeness(one: PageNumber, other: PageNumber): number {
  return figureWords(one).toLowerCase() === figureWords(other).toLowerCase() ? 3 : 0;
}

/** The longer words of a sentence and its initials, cut so that `year` and `years` are one. */
function wordsOf({unit, sentence}: PageNumber): Set<string> {
  const words = unit.text.slice(sentence.start, sentence.end).match(/\p{L}{4,}|\p{Lu}{3}/gu) ?? [];
  return new Set(words.map((word) => word.toLowerCase().slice(0, 6).replace(/s$/, '')));
}
