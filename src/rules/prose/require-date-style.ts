import {ENGLISH} from '../../language/text.ts';
import type {PageRule} from '../rule.ts';
import {endsInLabel} from '../text/statistics.ts';
import {
  type Around,
  findPatterns,
  type Groups,
  type Replacement,
  replaceWith,
  type StylePattern,
} from '../text/style-pattern.ts';
import about from './require-date-style.json' with {type: 'json'};

const MONTHS = ENGLISH.format.monthNames;

const MONTH = `(?<month>${MONTHS.join('|')})`;
const SHORT_MONTH = '(?<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const YEAR = '(?<year>(?:19|20)\\d{2})';

/** Follows the GOV.UK style for dates and times: https://www.gov.uk/guidance/style-guide/a-to-z */
const PATTERNS: readonly StylePattern[] = [
  {
    find: re(
      `(?<![\\p{L}\\d_/.-])(?<day>\\d{1,2})(?<sign>[/.-])(?<number>\\d{1,2})\\k<sign>${YEAR}(?![\\d/]|[._-]\\p{L})`,
    ),
    instead: numericDate,
  },
  {
    find: re(`(?<![\\p{L}\\d_/.-])${YEAR}-(?<number>[01]\\d)-(?<day>[0-3]\\d)(?![\\d\\p{L}_-]|\\.\\p{L})`),
    instead: numericDate,
    passesInTitles: true,
  },
  {
    find: re(`(?<the>\\bthe )?\\b(?<day>\\d{1,2})(?:st|nd|rd|th) (?<of>of )?${MONTH}\\b`),
    // "On the 24th of November" needs more editing than removing the ending.
    instead: ({the, of, day, month}, _found, {before}) =>
      replaceWith(`${day} ${month}`, !the && !of && !isOneOf(before)),
  },
  {
    find: re(`\\b${MONTH} (?<day>\\d{1,2})(?<ending>st|nd|rd|th)?(?<comma>,?) ${YEAR}\\b`),
    // Not safe without a comma or an ending: "By March 12 2000 people had come."
    instead: ({day, month, year, ending, comma}) => replaceWith(`${day} ${month} ${year}`, Boolean(ending || comma)),
  },
  {
    find: re(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?!,? (?:19|20)\\d{2})`),
    instead: ({day, month}) => replaceWith(`${day} ${month}`),
  },
  {
    find: re(`\\b(?<day>\\d{1,2} )?${SHORT_MONTH}\\.? ${YEAR}\\b`),
    instead: ({day = '', short = '', year}) => replaceWith(`${day}${inFull(short)} ${year}`),
    passesInTitles: true,
  },
  {
    find: re(`(?<![£\\d.,])\\b(?<day>\\d{1,2}) ${SHORT_MONTH}\\b(?!\\.? (?:19|20)\\d{2})`),
    instead: ({day, short = ''}) => replaceWith(`${day} ${inFull(short)}`),
    passesInTitles: true,
  },
  {
    find: re(
      `(?<![\\d:.,£-])(?<hour>1[0-2]|[1-9])(?:[.:](?<minute>[0-5]\\d))? ?(?<half>[ap])(?:m|\\.m(?<stop>\\.?))(?![\\p{L}\\d])`,
      'giu',
    ),
    instead: clockTime,
  },
];

export const requireDateStyle: PageRule = {
  id: 'require-date-style',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page) => findPatterns(page, PATTERNS),
};

function re(source: string, flags = 'gu'): RegExp {
  return new RegExp(source, flags);
}

function inFull(short: string): string {
  return MONTHS.find((month) => month.startsWith(short.slice(0, 3))) ?? short;
}

/** Whether the text before a day ends in another day, as in `the 1st and 2nd November`. */
function isOneOf(before: string): boolean {
  return /\d(?:st|nd|rd|th)?(?:,| and| or| to| until| ?[-–—]) ?$/.test(before);
}

/** `24/11/2026` has one meaning, `03/04/2026` has two, and `version 1.2.2024` is not a date. */
function numericDate(
  {day = '', number = '', year, sign}: Groups,
  _found: string,
  {before}: Around,
): Replacement | undefined {
  const month = MONTHS[Number(number) - 1];
  if (Number(day) > 31 || Number(day) < 1 || endsInLabel(before)) return undefined;
  // American order: the month comes first.
  if (!month)
    return MONTHS[Number(day) - 1] && Number(number) <= 31
      ? replaceWith(`${Number(number)} ${MONTHS[Number(day) - 1]} ${year}`, false)
      : undefined;
  return replaceWith(`${Number(day)} ${month} ${year}`, sign === undefined || Number(day) > 12);
}

function clockTime({hour, minute = '00', half = '', stop}: Groups, written: string): Replacement | undefined {
  const expected = `${hour}${minute === '00' ? '' : `:${minute}`}${half.toLowerCase()}m`;
  // The full stop may also end the sentence.
  return written === expected ? undefined : replaceWith(expected, !stop);
}
