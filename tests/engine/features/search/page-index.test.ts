import {expect, test} from 'vitest';
import {generatedPages} from '../../../../src/content/addresses/generated-routes.ts';
import {listPages} from '../../../../src/content/lists/list-pages.ts';
import {letterLinks, letterOf, pageIndex} from '../../../../src/features/search/page-index.ts';
import {ENGLISH, textOf} from '../../../../src/language/text.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

test('each letter links to the page of the list where it begins', () => {
  const titles = ['Boats', 'apples', 'Ants', '“Quoted”'];
  const pages = titles.map((title) => ({title, address: `/${title}/`, description: '', terms: {}}));
  const index = pageIndex(
    {
      pages: pages.map((page) => ({...page, id: page.title, leadsTo: []})),
      caseStudies: [],
    },
    generatedPages(toolkitWith({})),
    ENGLISH,
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
