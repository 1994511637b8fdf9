import {expect, test} from 'vitest';
import {compareNames, nextSlug} from '../../../../src/content/updates/next-slug.ts';

test.each([
  {taken: [], free: '2026-11-24'},
  {taken: ['2026-11-23', 'original-1'], free: '2026-11-24'},
  {taken: ['2026-11-24'], free: '2026-11-24.2'},
  {taken: ['2026-11-24', '2026-11-24.9', '2026-11-24.10'], free: '2026-11-24.11'},
  {taken: ['2026-11-24.3'], free: '2026-11-24.4'},
])('after $taken comes $free', ({taken, free}) => {
  expect(nextSlug('2026-11-24', taken)).toBe(free);
});

test('names are ordered by day, then by how far they count', () => {
  const names = ['2026-11-24.10', '2026-11-25', '2026-11-24.2', '2026-11-24', 'original-1'];
  expect(names.sort(compareNames)).toEqual(['2026-11-24', '2026-11-24.2', '2026-11-24.10', '2026-11-25', 'original-1']);
});
