import {h} from 'hastscript';
import {expect, test} from 'vitest';
import {listPages} from '../../../../src/content/lists/list-pages.ts';
import type {Chart} from '../../../../src/content/schemas/chart-schema.ts';
import {searchTerms} from '../../../../src/features/search/client/pagefind.ts';
import {letterLinks, letterOf} from '../../../../src/features/search/page-index.ts';
import {termsIn, textToSearch} from '../../../../src/features/search/text-to-search.ts';
import {ENGLISH, textOf} from '../../../../src/language/text.ts';

const TREE = h(null, [
  h('p', ['See ', h('a', {href: '/a/'}, 'this'), '.', h('img', {src: 'a.png', alt: 'A weir'})]),
  // `h` would write its name in small letters.
  {type: 'element' as const, tagName: 'Chart', properties: {id: 'visits'}, children: []},
  h('dl', [h('dt', {id: 'weir'}, 'Weir'), ' ', h('dd', 'a low dam')]),
  h('h2', {id: 'gaps'}, 'Gaps'),
  h('p', '<Nothing>'),
]);
const BODY = {tree: TREE, headings: [{value: 'Gaps', id: 'gaps', level: 2}]};
const CHART = {title: 'Visits', finding: 'Fewer came.', note: 'Counted by hand.'} as Chart;

test('a page keeps its text and the headings that sections begin with', () => {
  expect(textToSearch(BODY, {chartOf: () => CHART, asides: ['Gaps']})).toBe(
    [
      '<p>See <a>this</a>.</p>',
      '<h4 id="chart-visits">Visits</h4><p>Fewer came.</p><p>Counted by hand.</p>',
      '<dl><h6 id="weir">Weir</h6> <dd>a low dam</dd></dl>',
      '<div data-pagefind-weight="0"><h2 id="gaps">Gaps</h2></div>',
      '<div data-pagefind-weight="0"><p>&#x3C;Nothing></p></div>',
    ].join(''),
  );
});

test('each term has its meaning', () => {
  expect(termsIn(BODY)).toEqual([{id: 'weir', term: 'Weir', meaning: 'a low dam'}]);
});

test('each letter links to the first page of the list that has it', () => {
  const entries = ['Ants', 'apples', 'Asps', 'Boats'].map((title) => ({title, address: `/${title}/`}));
  expect(letterLinks(listPages('/search/', entries, 2), ENGLISH)).toEqual([
    {label: 'A', to: '/search/#letter-a'},
    {label: 'B', to: '/search/page/2/#letter-b'},
  ]);
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

test.each([
  ['closing a library', 'closing library'],
  ['How do I cite this?', 'cite'],
  ['May we close a library, or half of them?', 'close library, half them?'],
  ['"the case to a health board"', '"the case to a health board"'],
  ['who?', 'who?'],
  ['£10,745.71', '10,745.71'],
  ['', ''],
])('%j asks the engine for %j', (query, terms) => {
  expect(searchTerms(query, ENGLISH.search.commonWords)).toBe(terms);
});
