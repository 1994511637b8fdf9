import {expect, test} from 'vitest';
import {addMonths} from '../../../../src/changes/freshness/freshness.ts';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-24', 12, '2027-11-24'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
