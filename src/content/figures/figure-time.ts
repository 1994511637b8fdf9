import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {sameFigures} from './same-figures.ts';
import {timesIn} from './year-pattern.ts';

/** Finds the year or period of each claim of a page, in words; none where the page does not say. */
export function timeFinder(claims: readonly PageNumber[]): (claim: PageNumber) => string | undefined {
  const sameFigure = sameFigures(claims, rowTime);
  return (claim) =>
    (claim.unit.place === 'figure-cell' ? rowTime(claim) : undefined) ??
    sentenceTime(claim, claims) ??
    rowTime(claim) ??
    leadTime(claim) ??
    sameFigure(claim) ??
    paragraphTime(claim);
}

function sentenceTime(claim: PageNumber, claims: readonly PageNumber[]): string | undefined {
  const {unit, sentence} = claim;
  const times = timesIn(unit.text).filter(({start, end}) => start >= sentence.start && end <= sentence.end);
  const next = claims.find((other) => other.unit === unit && other.start >= claim.end);
  return nearestNamed(times, claim, next?.start)?.words;
}

/** What the column says, or the one time named where a column holds more than that. */
function rowTime({unit: {place, row}}: PageNumber): string | undefined {
  if (!row?.year) return place === 'outcome' && row ? onlyTime(row.what) : undefined;
  if (/^not (?:stated|found|given)\b/i.test(row.year))
    return row.year.length > 'not stated'.length + 1 ? row.year : undefined;
  return timesIn(row.year).length > 0 ? row.year : undefined;
}

function leadTime({unit}: PageNumber): string | undefined {
  return unit.lead && timesIn(unit.lead.text).at(-1)?.words;
}

/** Where the sentences before name one time alone, it is most likely that of the figure too; readers are told. */
function paragraphTime({unit, sentence}: PageNumber): string | undefined {
  if (unit.place !== 'prose' || ANOTHER_TIME_RE.test(unit.text.slice(sentence.start, sentence.end))) return undefined;
  const time = onlyTime(unit.text.slice(0, sentence.start));
  return time && `${time} (same paragraph)`;
}

/** Of a sentence that says so, the time before is not the time. */
const ANOTHER_TIME_RE =
  /\b(?:later|earlier|since then|years? (?:before|after)|no (?:date|year)|without (?:a|its) date|undated)\b/i;

function onlyTime(text: string): string | undefined {
  const words = new Set(timesIn(text).map((time) => time.words));
  return words.size === 1 ? [...words][0] : undefined;
}
