import {expect, test} from 'vitest';
import {tokenise} from '../../../../src/changes/diff/units/tokenise.ts';

test.each([
  '£1.2 million',
  '-4',
  '2019 to 2020',
  '24 November 2026',
  '3 Rhagfyr 2026',
  '5:30pm',
  'must not',
  'can’t',
  'need to',
  "Mae'r",
  // Also a property of every object.
  'constructor',
  'דו״ח',
  'می‌خواهم',
])('`%s` stays whole', (word) => {
  expect(tokenise(`So, ${word} (or so).`).map(({text}) => text)).toEqual(['So', ',', word, '(', 'or', 'so', ')', '.']);
});

const marksIn = (text: string) => [
  ...new Set(tokenise(text).flatMap(({marks}) => marks.map(({aspect, value}) => `${aspect} ${value}`))),
];

/** Several ways to write what has the same marks. */
test.each([
  [['10,000'], ['number 10,000']],
  [['twenty-five'], ['number twenty-five']],
  [['Ten'], ['number ten']],
  [['1500'], ['date 1500']],
  [['May'], ['date May']],
  [['Rhagfyr'], ['date Rhagfyr']],
  [['may'], ['modal may']],
  [['will', "we'll"], ['modal will']],
  [['needs to', 'needed to'], ['modal need to']],
  [['Must not'], ['modal must', 'negation not']],
  [['won’t'], ['modal will', 'negation not']],
  [
    ['need not', "needn't"],
    ['modal need to', 'negation not'],
  ],
  [['cannot', "can't", "isn't", "doesn't"], ['negation not']],
  ...['without', 'none', 'nobody', 'nowhere', 'neither', 'nor', 'nothing', 'unless'].map((word) => [
    [word],
    [`negation ${word}`],
  ]),
  [['can', 'need', 'one', 'once', 'first', 'one-to-one', 'half-hour', 'second-hand', 'year-two', 'tens-of'], []],
  // Words that only contain one of the others.
  [['candle', 'Nottingham', "don'ts", 'noted', 'wills', 'xMonday', 'Mondayish', 'preJuly', 'Julyish'], []],
])('%j are marked as %j', (ways, marks) => {
  for (const way of ways) expect(marksIn(way), way).toEqual(marks);
});

test('ways to write one word have one key', () => {
  const keys = (text: string) => tokenise(text).map(({key}) => key);
  expect(keys('“It’s” Cafe\u0301 co\u2011op…')).toEqual(keys('"It\'s" Café co-op...'));
});

test('only 10 may enter is no date', () => {
  expect(tokenise('only 10 may enter').map(({text}) => text)).toEqual(['only', '10', 'may', 'enter']);
});
