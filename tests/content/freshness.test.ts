import {expect, test} from 'vitest';
import {addMonths, freshnessOf, isOldStudy} from '../../src/content/freshness.ts';

const PAGE = {reviewEveryMonths: 12, fingerprint: 'aaaaaaaaaaaaaaaa'};
const REVIEW = {on: '2026-06-01', by: 'editor', scope: 'facts', fingerprint: 'aaaaaaaaaaaaaaaa'} as const;

test.each([
  {name: 'published, not due', firstPublished: '2026-11-24', today: '2027-11-24', due: '2027-11-24', overdue: false},
  {name: 'published, overdue', firstPublished: '2026-11-24', today: '2027-11-25', due: '2027-11-24', overdue: true},
  {
    name: 'reviewed later',
    firstPublished: '2024-01-01',
    review: REVIEW,
    today: '2026-11-24',
    due: '2027-06-01',
    overdue: false,
  },
  {name: 'never published', today: '2026-11-24', due: undefined, overdue: false},
])('$name', ({name: _name, due, overdue, ...page}) => {
  const freshness = freshnessOf({...PAGE, ...page});
  expect(freshness.due).toBe(due);
  expect(freshness.overdue).toBe(overdue);
});

test('a review of other words is told to be so', () => {
  expect(freshnessOf({...PAGE, review: REVIEW, today: '2026-11-24'}).changedSince).toBe(false);
  const changed = {...PAGE, fingerprint: 'bbbbbbbbbbbbbbbb', review: REVIEW, today: '2026-11-24'};
  expect(freshnessOf(changed).changedSince).toBe(true);
});

test('sources that no longer open are counted, and nothing is said where all do', () => {
  const of = (...opens: boolean[]) =>
    freshnessOf({...PAGE, today: '2026-11-24', sources: opens.map((isAvailable) => ({isAvailable}))});
  expect(of(true, false, true, false).unavailableSources).toEqual({count: 2, of: 4});
  expect(of(true, true)).not.toHaveProperty('unavailableSources');
  expect(of()).not.toHaveProperty('unavailableSources');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-24', 12, '2027-11-24'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  [{to: {year: 2017}}, true],
  [{to: {year: 2021}}, false],
  [{to: {year: 2020}}, true],
  [{}, false],
  [undefined, false],
])('a study of %o seen in November 2026 is old: %s', (period, expected) => {
  expect(isOldStudy(period, '2026-11-24')).toBe(expected);
});
