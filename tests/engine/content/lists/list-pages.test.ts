import {expect, test} from 'vitest';
import {listPages, nearPages} from '../../../../src/content/lists/list-pages.ts';

const many = Array.from({length: 4000}, (_, index) => index);

test('4,000 items are on pages of the same length, each on one, in order', () => {
  const pages = listPages('/case-studies/', many, 20);
  expect(pages.length).toBe(200);
  expect(pages.map(({items}) => items.length)).toEqual(Array.from({length: 200}, () => 20));
  expect(pages.flatMap(({items}) => items)).toEqual(many);
  expect([pages[0]?.address, pages[199]?.address]).toEqual(['/case-studies/', '/case-studies/page/200/']);
});

test('an empty list has one page, and a full page needs no second one', () => {
  expect(listPages('/a/', [], 20)).toEqual([{address: '/a/', page: 1, pages: 1, items: []}]);
  expect(listPages('/a/', many.slice(0, 20), 20).length).toBe(1);
  expect(listPages('/a/', many.slice(0, 21), 20).length).toBe(2);
});

test.each([
  [{page: 1, pages: 1}, [1]],
  [{page: 1, pages: 200}, [1, 2, 200]],
  [{page: 100, pages: 200}, [1, 99, 100, 101, 200]],
  [{page: 199, pages: 200}, [1, 198, 199, 200]],
  [{page: 2, pages: 3}, [1, 2, 3]],
])('from %o a reader can go to %o', (position, expected) => {
  expect(nearPages(position)).toEqual(expected);
});
