import type {PageRule} from '../rule.ts';
import {findPatterns, type Groups, type Replacement, replaceWith, type StylePattern} from '../text/style-pattern.ts';
import about from './require-number-style.json' with {type: 'json'};

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
  language: 'en',
  ...about,
  check: (page) => findPatterns(page, PATTERNS),
};

function thousands({pound = '', digits = ''}: Groups): Replacement {
  return replaceWith(`${pound}${Number(digits).toLocaleString('en-GB')}`);
}

function money({amount = '', unit = ''}: Groups, written: string): Replacement | undefined {
  const number = Number(amount.replaceAll(',', ''));
  const scale = SCALES[unit.charAt(0).toLowerCase()] ?? 1;
  // In `£5 m`, the letter may belong to the next word.
  const isJoined = unit.length > 1 || !written.includes(` ${unit}`);
  if (scale === 1000 || number < 1) {
    const pounds = number * scale;
    const isWhole = Math.abs(pounds - Math.round(pounds)) < 1e-6;
    return replaceWith(`£${pounds.toLocaleString('en-GB', {maximumFractionDigits: 2})}`, isJoined && isWhole);
  }
  const expected = `£${amount} ${scale === 1e9 ? 'billion' : 'million'}`;
  return written === expected ? undefined : replaceWith(expected, isJoined);
}

const SCALES: Readonly<Record<string, number>> = {t: 1000, k: 1000, m: 1e6, b: 1e9};
