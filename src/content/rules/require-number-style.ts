import {endsInLabel, endsInName} from '../prose/statistics.ts';
import type {Around, Groups, Mend, StylePattern} from '../prose/style-pattern.ts';
import {findPatterns} from '../prose/style-pattern.ts';
import type {PageRule} from '../rule.ts';

/** The earliest and latest count of four figures that may as well be a year. */
const YEARS = {first: 1066, last: 2199};
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Before a result, `won 2-3`, or what it was against. */
const RESULT_RE = /\b(?:beaten|beat|by|defeat|drew|lost|score|scored|won) $/i;

/** Numbers and money as the government's style guide has them: https://www.gov.uk/guidance/style-guide/a-to-z */
const PATTERNS: readonly StylePattern[] = [
  {
    find: /(?<!\b\p{Lu}{2,}\.? ?|[\p{L}\d.,/:+_£#-]|\d )(?<digits>[1-9]\d{3,8})(?= (?!(?:and|are|as|at|by|for|from|has|in|is|of|on|or|to|was|were|will)\b)\p{Ll})/gu,
    instead: (groups, _found, {before}) => (endsInLabel(before) ? undefined : thousands(groups, !endsInName(before))),
  },
  {find: /(?<pound>£)(?<digits>[1-9]\d{3,8})(?![\d,]*\d)/gu, instead: (groups) => thousands(groups)},
  {
    find: /(?<![\d.,])(?<digits>\d+(?:[.,]\d+)*) ?(?:per ?cent)\b/giu,
    instead: ({digits}) => mend(`${digits}%`),
  },
  {find: /(?<![\d.,])(?<digits>\d+(?:[.,]\d+)*) %/gu, instead: ({digits}) => mend(`${digits}%`)},
  {
    find: /£ ?(?<amount>\d[\d,]*(?:\.\d+)?) ?(?<unit>million|mn|m|billion|bn|b|k|K|M|thousand)\b(?![&’'])/gu,
    instead: money,
  },
  {find: /£ (?<digits>\d)/gu, instead: ({digits}) => mend(`£${digits}`)},
  {find: /£(?<pounds>\d[\d,]*)\.00(?!\d)/gu, instead: ({pounds}) => mend(`£${pounds}`)},
  {
    find: new RegExp(
      `(?:\\b(?<lead>[Bb]etween ))?(?<![\\d\\p{L}.,/:£-]|[-–] )(?<pound>£?)(?<from>\\d{1,3}(?:,\\d{3})+|\\d+)(?<sign> ?[-–—] ?)(?<second>£?)(?<to>\\d{1,3}(?:,\\d{3})+|\\d+)(?<unit>%?)(?![\\d\\p{L}]|,\\d| ?[-–—/:]\\d|\\.\\d| ?(?:am|pm|${MONTHS})\\b)`,
      'gu',
    ),
    instead: range,
    passesInTitles: true,
  },
  {
    find: new RegExp(
      `(?<![\\d\\p{L}-])(?<digit>[1-9])(?:st|nd|rd|th)(?= \\p{Ll})(?! (?:edn?\\b|edition))(?! (?:(?:and|or|to|until) \\d{1,2}(?:st|nd|rd|th)? )?(?:of )?(?:${MONTHS}))`,
      'gu',
    ),
    instead: ordinal,
  },
  {
    find: /(?<![\d\p{L}/.-]|\d )(?<fraction>1\/2|[12]\/3|[13]\/4)(?= of )/gu,
    instead: ({fraction = ''}, _found, {before}) => (endsInLabel(before) ? undefined : mend(FRACTIONS[fraction] ?? '')),
  },
];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'one-third',
  '2/3': 'two-thirds',
  '1/4': 'one-quarter',
  '3/4': 'three-quarters',
};

export const requireNumberStyle: PageRule = {
  id: 'require-number-style',
  group: 'prose',
  summary: 'Numbers are written `10,000`, `10%`, `£1.2 million`, `10 to 12`, `first` and `two-thirds`.',
  why: 'Figures are what readers take away; written in one way they can be read at a glance, and read out right.',
  good: [
    'In 2024 the ford cost £1.2 million, or £75.50 a home, for 10,000 homes and 10% of 1,200 barns.',
    'Charity number 1085576, call 01234 567890, ISO 21542 and `10000` are no counts.',
    'From 10 to 12 clerks came on the 10th day; the "10-12 rule" and Covid-19 kept the rest 24-7 away.',
    'In ward 10500 homes are dry; version 10000 runs in rooms 10-12, and part 1/2 of it on the 2nd and 3rd of May.',
    '| Age | Clerks |\n| --- | --- |\n| 10-12 | 3 |',
  ],
  bad: [
    'The ford cost £12000 for 10000 homes.',
    'About 10 per cent of the homes, or 12 %, stood in water.',
    'The ford cost £1.2m, and the wall £500k.',
    'Between 10-12 clerks came.',
    'The 2nd flood took 2/3 of the barns.',
  ],
  check: (page) => findPatterns(page, PATTERNS),
};

function mend(expected: string, isSafe = true): Mend {
  return {expected, isSafe};
}

function thousands({pound = '', digits = ''}: Groups, isSafe = true): Mend | undefined {
  const count = Number(digits);
  if (pound === '' && count >= YEARS.first && count <= YEARS.last) return undefined;
  return mend(`${pound}${count.toLocaleString('en-GB')}`, isSafe);
}

function money({amount = '', unit = ''}: Groups, found: string): Mend | undefined {
  const number = Number(amount.replaceAll(',', ''));
  const scale = SCALES[unit.charAt(0).toLowerCase()] ?? 1;
  // In `£5 m` the letter may belong to the next word.
  const isJoined = unit.length > 1 || !found.includes(` ${unit}`);
  if (scale === 1000 || number < 1) {
    const pounds = number * scale;
    const isWhole = Math.abs(pounds - Math.round(pounds)) < 1e-6;
    return mend(`£${pounds.toLocaleString('en-GB', {maximumFractionDigits: 2})}`, isJoined && isWhole);
  }
  const expected = `£${amount} ${scale === 1e9 ? 'billion' : 'million'}`;
  return found === expected ? undefined : mend(expected, isJoined);
}

const SCALES: Readonly<Record<string, number>> = {t: 1000, k: 1000, m: 1e6, b: 1e9};

/** A range is mended by itself only where the digits can be nothing else: no result, address or dash of a sentence. */
function range(
  {lead = '', pound = '', from = '', sign = '', second = '', to = '', unit = ''}: Groups,
  _found: string,
  {before, after}: Around,
): Mend | undefined {
  const [low, high] = [from, to].map((digits) => Number(digits.replaceAll(',', ''))) as [number, number];
  const isOfYears = from.length === 4 && low >= YEARS.first && low <= YEARS.last;
  if (high <= low || /^0/.test(from) || isOfYears || (lead === '' && endsInLabel(before))) return undefined;
  // "Between 10-12 and 14-16" is between two ranges.
  const isOfTwo = lead !== '' && /^ (?:and|or) £?\d/.test(after);
  const isRange = sign.length === 1 && !RESULT_RE.test(before) && !/^ \p{Lu}/u.test(after);
  const join = lead && !isOfTwo ? 'and' : 'to';
  return mend(`${lead}${pound}${from}${unit} ${join} ${pound}${to}${unit}`, pound === second && !isOfTwo && isRange);
}

function ordinal({digit}: Groups, _found: string, {before}: Around): Mend {
  const word = ORDINALS[Number(digit) - 1] ?? '';
  return mend(/(?:^|[.?!] )$/.test(before) ? word.charAt(0).toUpperCase() + word.slice(1) : word);
}
