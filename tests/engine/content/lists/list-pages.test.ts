import {expect, test} from 'vitest';
import {listPages, nearPages} from '../../../../src/content/lists/list-pages.ts';
import {letterLinks, letterOf, pageIndex} from '../../../../src/content/lists/page-index.ts';
import {ENGLISH, textOf} from '../../../../src/language/text.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

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

test('each letter links to the page of the list where it begins', () => {
  const titles = ['Boats', 'apples', 'Ants', '“Quoted”'];
  const pages = titles.map((title) => ({title, address: `/${title}/`, description: '', terms: {}}));
  const index = pageIndex(
    {
      pages: pages.map((page) => ({...page, id: page.title, leadsTo: []})),
      caseStudies: [],
    },
    {caseStudies: true, editions: true, figures: true, updates: true},
    config,
  );
  const links = letterLinks(listPages('/search/', index, 2), ENGLISH);
  expect(links.slice(1, 3)).toEqual([
    {label: 'A', to: '/search/#letter-a'},
    {label: 'B', to: '/search/page/2/#letter-b'},
  ]);
  expect(links.map(({label}) => label)).toContain('“');
});

test('a page is listed under the letter of the language, without its accent', () => {
  const [welsh, english] = [textOf({language: 'cy'}), textOf({language: 'en-GB'})];
  const letters = ['Llan', 'lwc', 'Ŵyn', 'Chwech'].map((title) => {
    return [letterOf({title, address: '/'}, welsh), letterOf({title, address: '/'}, english)];
  });
  expect(letters).toEqual([
    ['Ll', 'L'],
    ['L', 'L'],
    ['W', 'W'],
    ['Ch', 'C'],
  ]);
});
