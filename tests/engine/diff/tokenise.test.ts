import {expect, test} from 'vitest';
import {tokenise} from '../../../src/diff/units/tokenise.ts';

test.each([
  '£1.2 million',
  '10,000',
  '3.5%',
  '-4',
  '24/7',
  '12-month',
  '1st',
  '2019 to 2020',
  '2021/22',
  '24 November 2026',
  '3 Rhagfyr 2026',
  '2026-11-24',
  '5:30pm',
  'must not',
  "can't",
  'can’t',
  'need to',
  'cŵn',
  "Mae'r",
  'well-being',
  // Also a property of every object.
  'constructor',
  'דו״ח',
  'می‌خواهم',
  'A4',
])('`%s` stays whole', (word) => {
  expect(tokenise(`So, ${word} (or so).`).map(({text}) => text)).toEqual(['So', ',', word, '(', 'or', 'so', ')', '.']);
});

test.each([
  ['10,000', 'number 10,000'],
  ['twenty-five', 'number twenty-five'],
  ['1500', 'date 1500'],
  ['£1500', 'number £1500'],
  ['May', 'date May'],
  ['may', 'modal may'],
  ['Must not', 'modal must, negation not'],
  ['won’t', 'modal will, negation not'],
  ["doesn't", 'negation not'],
  ["we'll", 'modal will'],
  ['has to', 'modal have to'],
  ['unless', 'negation unless'],
  ['one', ''],
  ['one-to-one', ''],
  ['candle', ''],
  ['Nottingham', ''],
])('`%s` is marked as `%s`', (word, marks) => {
  expect(
    tokenise(word)
      .flatMap((token) => token.marks)
      .map(({touch, value}) => `${touch} ${value}`)
      .join(', '),
  ).toBe(marks);
});

test('ways to write one word have one key', () => {
  const keys = (text: string) => tokenise(text).map(({key}) => key);
  expect(keys('“It’s” Cafe\u0301 co\u2011op…')).toEqual(keys('"It\'s" Café co-op...'));
});

test('only 10 may enter is no date', () => {
  expect(tokenise('only 10 may enter').map(({text}) => text)).toEqual(['only', '10', 'may', 'enter']);
});
