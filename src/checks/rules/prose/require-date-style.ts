import {endsInLabel} from '../../prose/statistics.ts';
import type {Around, Groups, Mend, StylePattern} from '../../prose/style-pattern.ts';
import {findPatterns} from '../../prose/style-pattern.ts';
import type {PageRule} from '../../rule.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const MONTH = `(?<month>${MONTHS.join('|')})`;
const SHORT_MONTH = '(?<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const YEAR = '(?<year>(?:19|20)\\d{2})';

/** Dates and times as the government's style guide has them: https://www.gov.uk/guidance/style-guide/a-to-z */
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
    // "On the 24th" wants another turn of words than "on 24".
    instead: ({the, of, day, month}, _found, {before}) => mend(`${day} ${month}`, !the && !of && !isOneOf(before)),
  },
  {
    find: re(`\\b${MONTH} (?<day>\\d{1,2})(?<ending>st|nd|rd|th)?(?<comma>,?) ${YEAR}\\b`),
    // "By March 12 2000 people had come."
    instead: ({day, month, year, ending, comma}) => mend(`${day} ${month} ${year}`, Boolean(ending || comma)),
  },
  {
    find: re(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?!,? (?:19|20)\\d{2})`),
    instead: ({day, month}) => mend(`${day} ${month}`),
  },
  {
    find: re(`\\b(?<day>\\d{1,2} )?${SHORT_MONTH}\\.? ${YEAR}\\b`),
    instead: ({day = '', short = '', year}) => mend(`${day}${inFull(short)} ${year}`),
    passesInTitles: true,
  },
  {
    find: re(`(?<![£\\d.,])\\b(?<day>\\d{1,2}) ${SHORT_MONTH}\\b(?!\\.? (?:19|20)\\d{2})`),
    instead: ({day, short = ''}) => mend(`${day} ${inFull(short)}`),
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
  summary: 'Dates are written `24 November 2026`, and times `5:30pm`.',
  why: 'A date written in one way cannot be misread: `03/04/2026` is April to one reader and March to another.',
  good: [
    'The hall was flooded on 24 November 2026, from 5:30pm to 8pm.',
    'It ran from 2015 to 2017, as edition `2017-03` and the [plan](https://flood.example/24/11/2026) say.',
    'Version 1.2.2024, the file flood_2026-11-24.csv and section 2015-17 are names.',
  ],
  bad: [
    'The hall was flooded on 24/11/2026.',
    'The hall was flooded on 24th November 2026.',
    'The hall was flooded on November 24, 2026.',
    'It was dry from 24 Nov 2026, or since 2026-11-24.',
    'The hall opens at 5.30 p.m. each day.',
  ],
  check: (page) => findPatterns(page, PATTERNS),
};

function re(source: string, flags = 'gu'): RegExp {
  return new RegExp(source, flags);
}

function mend(expected: string, isSafe = true): Mend {
  return {expected, isSafe};
}

function inFull(short: string): string {
  return MONTHS.find((month) => month.startsWith(short.slice(0, 3))) ?? short;
}

/** Whether a day follows another one, as in `the 1st and 2nd November`. */
function isOneOf(before: string): boolean {
  return /\d(?:st|nd|rd|th)?(?:,| and| or| to| until| ?[-–—]) ?$/.test(before);
}

/** `24/11/2026` can only mean one day; `03/04/2026` is for its author to tell, and `version 1.2.2024` is none. */
function numericDate({day = '', number = '', year, sign}: Groups, _found: string, {before}: Around): Mend | undefined {
  const month = MONTHS[Number(number) - 1];
  if (Number(day) > 31 || Number(day) < 1 || endsInLabel(before)) return undefined;
  // The American way round.
  if (!month)
    return MONTHS[Number(day) - 1] && Number(number) <= 31
      ? mend(`${Number(number)} ${MONTHS[Number(day) - 1]} ${year}`, false)
      : undefined;
  return mend(`${Number(day)} ${month} ${year}`, sign === undefined || Number(day) > 12);
}

function clockTime({hour, minute = '00', half = '', stop}: Groups, found: string): Mend | undefined {
  const expected = `${hour}${minute === '00' ? '' : `:${minute}`}${half.toLowerCase()}m`;
  // The stop may end the sentence too.
  return found === expected ? undefined : mend(expected, !stop);
}
