import {expect, test} from 'vitest';
import {addMonths, freshnessOf, isOldStudy} from '../../../../src/model/reviews/freshness.ts';
import type {Review} from '../../../../src/model/schemas/records/review-schema.ts';

const PAGE = {reviewEveryMonths: 12};
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

test('a check of links or of plain English puts off no reading against the sources', () => {
  const of = (scope: Review['scope']) =>
    freshnessOf({...PAGE, firstPublished: '2026-01-10', review: {...REVIEW, scope}, today: '2026-11-24'}).due;
  expect([of('sources-read'), of('law'), of('links'), of('plain-english')]).toEqual([
    '2027-06-01',
    '2027-06-01',
    '2027-01-10',
    '2027-01-10',
  ]);
});

test('a check that lapsed makes the page due a month later, never later than it was', () => {
  const of = (...days: string[]) =>
    freshnessOf({...PAGE, review: REVIEW, today: '2026-11-24', lapses: days.map((on) => ({kind: 'major-change', on}))});
  expect(of('2026-11-20', '2026-11-02')).toMatchObject({lapsedOn: '2026-11-02', due: '2026-12-02', overdue: false});
  expect(of('2026-10-02')).toMatchObject({due: '2026-11-02', overdue: true});
  expect(of('2027-05-20').due).toBe('2027-06-01');
  expect(of()).toMatchObject({lapses: [], due: '2027-06-01'});
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
