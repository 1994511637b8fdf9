import type {Groups, Mend, StylePattern} from '../prose/style-pattern.ts';
import {findPatterns} from '../prose/style-pattern.ts';
import type {PageRule} from '../rule.ts';

/** What makes the digits after it a name and not a count. */
const NAMED =
  '(?:\\b(?:[Nn]umbers?|[Nn]os?|[Cc]odes?|[Rr]ef(?:erence)?|[Vv]ersion|[Rr]oom|[Ii]ssue|[Vv]olume|[Pp]ages?|[Ss]tandard|[Ff]orm|\\p{Lu}{2,})\\.? ?|#)';
/** The earliest and latest count of four figures that may as well be a year. */
const YEARS = {first: 1066, last: 2199};

/** Numbers and money as the government's style guide has them: https://www.gov.uk/guidance/style-guide/a-to-z */
const PATTERNS: readonly StylePattern[] = [
  {
    find: new RegExp(
      // Without a word that it counts, a number may be the name of a record.
      `(?<!${NAMED}|[\\p{L}\\d.,/:+_£-]|\\d )(?<digits>[1-9]\\d{3,8})(?= (?!(?:and|are|as|at|by|for|from|has|in|is|of|on|or|to|was|were|will)\\b)\\p{Ll})`,
      'gu',
    ),
    instead: thousands,
  },
  {find: /(?<pound>£)(?<digits>[1-9]\d{3,8})(?![\d,]*\d)/gu, instead: thousands},
  {
    find: /(?<digits>\d[\d,.]*) ?(?:per ?cent)\b/giu,
    instead: ({digits}) => mend(`${digits}%`),
  },
  {find: /(?<digits>\d[\d,.]*) %/gu, instead: ({digits}) => mend(`${digits}%`)},
  {
    find: /£ ?(?<amount>\d[\d,]*(?:\.\d+)?) ?(?<unit>million|mn|m|billion|bn|b|k|K|M|thousand)\b/gu,
    instead: money,
  },
  {find: /£ (?<digits>\d)/gu, instead: ({digits}) => mend(`£${digits}`)},
  {find: /£(?<pounds>\d[\d,]*)\.00(?!\d)/gu, instead: ({pounds}) => mend(`£${pounds}`)},
  {
    find: /(?:\b(?<lead>[Bb]etween ))?(?<![\d\p{L}.,/:£-]|[-–] )(?<pound>£?)(?<from>\d{1,3}(?:,\d{3})+|\d+) ?[-–—] ?(?<second>£?)(?<to>\d{1,3}(?:,\d{3})+|\d+)(?<unit>%?)(?![\d\p{L}]|,\d| ?[-–—/:]\d|\.\d| ?(?:am|pm|January|February|March|April|May|June|July|August|September|October|November|December)\b)/gu,
    instead: range,
    passesInTitles: true,
  },
  {
    find: /(?<![\d\p{L}-])(?<digit>[1-9])(?:st|nd|rd|th)(?= \p{Ll})(?! (?:edn?\b|edition))(?! (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December))/gu,
    instead: ({digit}) => mend(ORDINALS[Number(digit) - 1] ?? ''),
  },
  {
    find: /(?<![\d\p{L}/.-])(?<fraction>1\/2|[12]\/3|[13]\/4)(?= of )/gu,
    instead: ({fraction = ''}) => mend(FRACTIONS[fraction] ?? ''),
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

function thousands({pound = '', digits = ''}: Groups): Mend | undefined {
  const count = Number(digits);
  if (pound === '' && count >= YEARS.first && count <= YEARS.last) return undefined;
  return mend(`${pound}${count.toLocaleString('en-GB')}`);
}

function money({amount = '', unit = ''}: Groups, found: string): Mend | undefined {
  const number = Number(amount.replaceAll(',', ''));
  const scale = SCALES[unit.charAt(0).toLowerCase()] ?? 1;
  if (scale === 1000 || number < 1) {
    return mend(`£${Math.round(number * scale).toLocaleString('en-GB')}`);
  }
  const expected = `£${amount} ${scale === 1e9 ? 'billion' : 'million'}`;
  return found === expected ? undefined : mend(expected);
}

const SCALES: Readonly<Record<string, number>> = {t: 1000, k: 1000, m: 1e6, b: 1e9};

function range({lead = '', pound = '', from = '', second = '', to = '', unit = ''}: Groups): Mend | undefined {
  const [low, high] = [from, to].map((digits) => Number(digits.replaceAll(',', ''))) as [number, number];
  const isOfYears = from.length === 4 && low >= YEARS.first && low <= YEARS.last;
  if (high <= low || /^0/.test(from) || isOfYears) return undefined;
  return mend(`${lead}${pound}${from}${unit} ${lead ? 'and' : 'to'} ${pound}${to}${unit}`, pound === second);
}
