import type {Groups, Replacement, StylePattern} from '../../prose/style-pattern.ts';
import {findPatterns, replaceWith} from '../../prose/style-pattern.ts';
import type {PageRule} from '../../rule.ts';

/** Follows the GOV.UK style for numbers and money: https://www.gov.uk/guidance/style-guide/a-to-z */
const PATTERNS: readonly StylePattern[] = [
  {find: /(?<pound>£)(?<digits>[1-9]\d{3,8})(?![\d,]*\d)/gu, instead: (groups) => thousands(groups)},
  {
    find: /(?<![\d.,])(?<digits>\d+(?:[.,]\d+)*) ?(?:per ?cent)\b/giu,
    instead: ({digits}) => replaceWith(`${digits}%`),
  },
  {find: /(?<![\d.,])(?<digits>\d+(?:[.,]\d+)*) %/gu, instead: ({digits}) => replaceWith(`${digits}%`)},
  {
    find: /£ ?(?<amount>\d[\d,]*(?:\.\d+)?) ?(?<unit>million|mn|m|billion|bn|b|k|K|M|thousand)\b(?![&’'])/gu,
    instead: money,
  },
  {find: /£ (?<digits>\d)/gu, instead: ({digits}) => replaceWith(`£${digits}`)},
  {find: /£(?<pounds>\d[\d,]*)\.00(?!\d)/gu, instead: ({pounds}) => replaceWith(`£${pounds}`)},
];

export const requireNumberStyle: PageRule = {
  id: 'require-number-style',
  group: 'prose',
  summary: 'Money and percentages are written `£10,000`, `£1.2 million` and `10%`.',
  why: 'Figures are what readers remember. In one style, they are easy to scan, and screen readers read them correctly.',
  good: [
    'In 2024 the ford cost £1.2 million, or £75.50 a home, for 10,000 homes and 10% of 1,200 barns.',
    'Charity number 1085576, call 01234 567890, ISO 21542 and `£10000` are not sums.',
    'The "£12000 rule" is a quotation.',
  ],
  bad: [
    'The ford cost £12000 in 2024.',
    'About 10 per cent of the homes, or 12 %, were flooded.',
    'The ford cost £1.2m, and the wall £500k.',
    'The ford cost £ 5 or £7.00.',
  ],
  check: (page) => findPatterns(page, PATTERNS),
};

function thousands({pound = '', digits = ''}: Groups): Replacement {
  return replaceWith(`${pound}${Number(digits).toLocaleString('en-GB')}`);
}

function money({amount = '', unit = ''}: Groups, found: string): Replacement | undefined {
  const number = Number(amount.replaceAll(',', ''));
  const scale = SCALES[unit.charAt(0).toLowerCase()] ?? 1;
  // In `£5 m`, the letter may belong to the next word.
  const isJoined = unit.length > 1 || !found.includes(` ${unit}`);
  if (scale === 1000 || number < 1) {
    const pounds = number * scale;
    const isWhole = Math.abs(pounds - Math.round(pounds)) < 1e-6;
    return replaceWith(`£${pounds.toLocaleString('en-GB', {maximumFractionDigits: 2})}`, isJoined && isWhole);
  }
  const expected = `£${amount} ${scale === 1e9 ? 'billion' : 'million'}`;
  return found === expected ? undefined : replaceWith(expected, isJoined);
}

const SCALES: Readonly<Record<string, number>> = {t: 1000, k: 1000, m: 1e6, b: 1e9};
