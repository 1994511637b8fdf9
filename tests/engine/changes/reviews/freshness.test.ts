import {expect, test} from 'vitest';
import {addMonths, dueDay} from '../../../../src/changes/reviews/freshness.ts';

const PAGE = {reviewEveryMonths: 12, reviewed: undefined, firstPublished: '2024-01-01', lapsedOn: undefined};

test.each([
  {name: 'never published', page: {firstPublished: undefined}, due: undefined},
  {name: 'published', page: {}, due: '2025-01-01'},
  {name: 'reviewed later', page: {reviewed: '2026-06-01'}, due: '2027-06-01'},
  {name: 'reviewed, and lapsed', page: {reviewed: '2026-06-01', lapsedOn: '2026-11-02'}, due: '2026-12-02'},
  {name: 'lapsed when it was nearly due', page: {reviewed: '2026-06-01', lapsedOn: '2027-05-20'}, due: '2027-06-01'},
])('a page $name is due', ({page, due}) => {
  expect(dueDay({...PAGE, ...page})).toBe(due);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-24', 12, '2027-11-24'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
