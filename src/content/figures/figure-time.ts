import {goesOn, leadIn} from './carried.ts';
import {uniqueKey} from './figure-words.ts';
import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {isDatedBy} from './said-of.ts';
import {sameFigures} from './same-figures.ts';
import type {NamedTime} from './year-pattern.ts';
import {timesIn} from './year-pattern.ts';

/** Finds the year or period of each claim of a page, in words; none where the page does not say. */
export function timeFinder(claims: readonly PageNumber[]): (claim: PageNumber) => string | undefined {
  const sameFigure = sameFigures(claims, rowTime, uniqueKey);
  const undatedFigure = sameFigures(claims, undatedRow, uniqueKey);
  return (claim) =>
    // What a row says of the year in so many words is known better than what a sentence seems to say.
    undatedFigure(claim) ??
    (claim.unit.place === 'figure-cell' ? (listedTime(claim, claims) ?? rowTime(claim)) : undefined) ??
    sentenceTime(claim, claims, ({isReport}) => !isReport) ??
    rowTime(claim) ??
    // When somebody said it is the last resort: the row may know what year they spoke of.
    sentenceTime(claim, claims, ({isReport}) => isReport) ??
    carriedTime(claim, sameFigure);
}

function sentenceTime(
  claim: PageNumber,
  claims: readonly PageNumber[],
  isWanted: (time: NamedTime) => boolean,
): string | undefined {
  const {unit} = claim;
  const next = claims.find((other) => other.unit === unit && other.start >= claim.end)?.start;
  const times = timesIn(unit.text).filter((time) => isWanted(time) && isDatedBy(claim, time, next));
  return nearestNamed(times, claim, next)?.words;
}

/** What the column says, or the one time named where a column holds more than that. */
function rowTime({unit: {place, row}}: PageNumber): string | undefined {
  if (!row?.year) return place === 'outcome' && row ? onlyTime(row.what) : undefined;
  if (/^not (?:stated|found|given)\b/i.test(row.year))
    return row.year.length > 'not stated'.length + 1 ? row.year : undefined;
  return /[\p{L}\d]/u.test(row.year) ? row.year : undefined;
}

/** What the row of a figure says of its year where it says that nobody states it. */
function undatedRow(claim: PageNumber): string | undefined {
  const time = claim.unit.place === 'figure-cell' ? rowTime(claim) : undefined;
  return time && /\bnot (?:stated|found|given)\b/i.test(time) ? time : undefined;
}

/** Of a cell with as many figures as its row has years, each figure has its own. */
function listedTime(claim: PageNumber, claims: readonly PageNumber[]): string | undefined {
  const figures = claims.filter(({unit}) => unit === claim.unit);
  const times = claim.unit.row?.year.split(/, and |, | and /) ?? [];
  return figures.length > 1 && figures.length === times.length ? times[figures.indexOf(claim)] : undefined;
}

/** What is said of the figure elsewhere, unless its sentence says that it has no date, or another. */
function carriedTime(claim: PageNumber, sameFigure: (claim: PageNumber) => string | undefined): string | undefined {
  const words = claim.unit.text.slice(claim.sentence.start, claim.sentence.end);
  if (UNDATED_RE.test(words)) return undefined;
  return leadTime(claim) ?? sameFigure(claim) ?? (ANOTHER_TIME_RE.test(words) ? undefined : paragraphTime(claim));
}

const UNDATED_RE = /\b(?:no (?:date|year)|without (?:a|its) (?:date|year)|undated|later|since then)\b/i;
const ANOTHER_TIME_RE = /\b(?:earlier|years? (?:before|after))\b/i;

function leadTime(claim: PageNumber): string | undefined {
  return timesIn(leadIn(claim)).at(-1)?.words;
}

/** Where the sentences before name one time alone, it is most likely that of the figure too; readers are told. */
function paragraphTime(claim: PageNumber): string | undefined {
  const {unit, sentence} = claim;
  if (unit.place !== 'prose' || !goesOn(claim)) return undefined;
  const time = onlyTime(unit.text.slice(0, sentence.start));
  return time && `${time} (same paragraph)`;
}

/** The one time that a text names; when somebody said it counts only where nothing else does. */
function onlyTime(text: string): string | undefined {
  const [reports = [], others = []] = [true, false].map((isReport) =>
    timesIn(text).filter((time) => time.isReport === isReport),
  );
  const words = new Set((others.length > 0 ? others : reports).map((time) => time.words));
  return words.size === 1 ? [...words][0] : undefined;
}
