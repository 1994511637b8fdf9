import type {ParsedPage} from '../parsed-page.ts';
import {endsInLabel, endsInName} from '../prose/statistics.ts';
import type {Around, Groups, Mend, StylePattern} from '../prose/style-pattern.ts';
import {findPatterns, unquotedRuns} from '../prose/style-pattern.ts';
import {placesOf} from '../prose/text-runs.ts';
import type {PageFinding, PageRule} from '../rule.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const MONTH = `(?<month>${MONTHS.join('|')})`;
const SHORT_MONTH = '(?<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const YEAR = '(?<year>(?:19|20)\\d{2})';

/** Dates, spans and times as the government's style guide has them: https://www.gov.uk/guidance/style-guide/a-to-z */
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
      `\\b(?<lead>[Bb]etween )?(?<!\\d[/.,-]|[£#])${YEAR}(?<sign> ?[-–—/] ?)(?<to>\\d{4}|\\d{2})(?![\\d.,]*\\d|[/%-]|\\p{L}| (?:${MONTHS.join('|')}))`,
    ),
    instead: yearSpan,
    passesInTitles: true,
  },
  {
    find: re(`\\b(?<from>${MONTHS.join('|')})(?<since> ${YEAR.replace('year', 'start')})? ?[-–—] ?${MONTH}\\b`),
    instead: ({from, since = '', month}) => mend(`${from}${since} to ${month}`, false),
    passesInTitles: true,
  },
  {
    find: re(`(?<![\\d/.,-])(?<from>\\d{1,2})(?<sign> ?[-–—] ?)(?<day>\\d{1,2}) ${MONTH}\\b`),
    instead: ({from, sign = '', day, month}, _found, {before}) =>
      mend(`${from} to ${day} ${month}`, sign.length === 1 && !/\b(?:between|and) $/i.test(before)),
    passesInTitles: true,
  },
  {
    find: re(
      `(?<![\\d:.,£-])(?<hour>1[0-2]|[1-9])(?:[.:](?<minute>[0-5]\\d))? ?(?<half>[ap])(?:m|\\.m(?<stop>\\.?))(?![\\p{L}\\d])`,
      'giu',
    ),
    instead: clockTime,
  },
  {
    find: re(`(?<![\\d:.,£-])(?<from>1[0-2]|[1-9]) ?[-–—] ?(?<to>1[0-2]|[1-9])(?<half>[ap]m)\\b`),
    instead: ({from, to, half}) => mend(`${from}${half} to ${to}${half}`, false),
  },
];

/** `2014/15`: two years of which the second follows the first. */
const SPLIT_RE =
  /(?<![\p{L}\d/.,_£#-]|[-–—] )(?<year>(?:19|20)\d{2})[-–—/](?<to>(?:19|20)\d{2}|\d{2})(?![\d.,]*\d|[/%_-]|\p{L}|\.\p{L})/gu;

export const requireDateStyle: PageRule = {
  id: 'require-date-style',
  group: 'prose',
  summary:
    'Dates are written `24 November 2026`, spans `2015 to 2017`, and times `5:30pm`. A year such as `2014/15` is written as one year or as two.',
  why: 'One way of writing dates cannot be misread; `03/04/2026` is April to one reader and March to another, and `2015-17` is read out as a sum.',
  good: [
    'The hall was flooded on 24 November 2026, from 5:30pm to 8pm.',
    'It ran from 2015 to 2017, as edition `2017-03` and the [plan for 2015-17](https://flood.example/2015-17) say.',
    'Version 1.2.2024, the file flood_2026-11-24.csv and section 2015-17 are names.',
    'In the financial year 2014 to 2015 the ford cost more than in 2014 and 2015; it is version 2017-03, at 2014-15-16.',
    'The first "Flood Report 2023/24" names 24 of 75 homes, in sections 3.4.2 and 24/7 on page 10.',
    '| Period | What |\n| --- | --- |\n| 2015-17, 2014/15, Jan 2018 | Floods |',
  ],
  bad: [
    'The hall was flooded on 24/11/2026.',
    'The hall was flooded on 24th November 2026.',
    'The hall was flooded on November 24, 2026.',
    'It was dry from 24 Nov 2026, or since 2026-11-24.',
    'The scheme ran in 2015-17 and again in 2023/26.',
    'The hall opens at 5.30 p.m. each day.',
    'The hall opens 10-11am each day.',
    'Floods grew in 2014/15, and between 2014/15 and 2015-16.',
    'From 2014–2015 the ford was shut, and 1999/2000 was wet.',
  ],
  check: (page) => [...findPatterns(page, PATTERNS), ...splitYears(page)],
};

function splitYears(page: ParsedPage): PageFinding[] {
  return unquotedRuns(page)
    .outsideTitles.filter(({text}) => text.search(SPLIT_RE) >= 0)
    .flatMap(({run, text}) =>
      [...text.matchAll(SPLIT_RE)].flatMap(({0: found, index, groups}): PageFinding[] => {
        const {year = '', to = ''} = groups ?? {};
        const next = String(Number(year) + 1);
        if (!next.endsWith(to) || endsInLabel(text.slice(0, index))) return [];
        return [
          {
            ...placesOf(page.document.text, run, index, found.length),
            severity: 'warning',
            problem: `\`${found}\` may be one year or two, expected words that say which`,
            fix: `Write \`the financial year ${year} to ${next}\` if it is one, and \`${year} and ${next}\` or \`${year} to ${next}\` if it is two.`,
          },
        ];
      }),
    );
}

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

/** `2015-17` is a span, `2017-03` a month or an edition, and `2015-16` may be one year, which `splitYears` reports. */
function yearSpan(
  {lead = '', year = '', sign = '', to = ''}: Groups,
  _found: string,
  {before, after}: Around,
): Mend | undefined {
  const last = to.length === 2 ? year.slice(0, 2) + to : to;
  const years = Number(last) - Number(year);
  if (years <= 0 || years > 99 || (lead === '' && endsInLabel(before))) return undefined;
  if (years === 1 && sign.length === 1) return undefined;
  const isOfTwo = lead !== '' && /^ (?:and|or) £?\d/.test(after);
  // "In 2015 - 17 branches took part."
  const isSpan = sign === '-' || sign === '–' || (sign.length > 1 && to.length === 4);
  return mend(`${lead}${year} ${lead && !isOfTwo ? 'and' : 'to'} ${last}`, isSpan && !isOfTwo && !endsInName(before));
}

function clockTime({hour, minute = '00', half = '', stop}: Groups, found: string): Mend | undefined {
  const expected = `${hour}${minute === '00' ? '' : `:${minute}`}${half.toLowerCase()}m`;
  // The stop may end the sentence too.
  return found === expected ? undefined : mend(expected, !stop);
}
