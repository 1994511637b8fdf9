import {expect, test} from 'vitest';
import {nearPages} from '../../../../src/content/lists/list-pages.ts';

test.each([
  [{page: 1, pages: 1}, [1]],
  [{page: 100, pages: 200}, [1, 99, 100, 101, 200]],
  [{page: 2, pages: 3}, [1, 2, 3]],
])('from %o a reader can go to %o', (position, expected) => {
  expect(nearPages(position)).toEqual(expected);
});
