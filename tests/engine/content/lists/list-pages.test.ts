import {expect, test} from 'vitest';
import {listPages, nearPages} from '../../../../src/content/lists/list-pages.ts';

test('an empty list has one page', () => {
  expect(listPages('/a/', [], 20)).toEqual([{address: '/a/', page: 1, pages: 1, items: []}]);
});

test.each([
  [{page: 1, pages: 1}, [1]],
  [{page: 100, pages: 200}, [1, 99, 100, 101, 200]],
  [{page: 2, pages: 3}, [1, 2, 3]],
])('from %o a reader can go to %o', (position, expected) => {
  expect(nearPages(position)).toEqual(expected);
});
