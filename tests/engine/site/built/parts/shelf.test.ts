import {expect, test} from 'vitest';
import {openBuilt} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

test('the shelf of home has a book for each page that is not withdrawn, in the colours of the terms', () => {
  const $ = openBuilt(siteFolder('large'), '');
  const groups = $('.shelf svg').toArray();
  const books = groups.map((group) => ($(group).children('path').first().attr('d')?.match(/z/g) ?? []).length);
  const total = books.reduce((sum, count) => sum + count, 0);
  expect($('.shelf figcaption').text()).toContain(`${total} books`);
  expect(total).toBeGreaterThan(10);
  const terms = groups.map((group) => $(group).attr('data-term'));
  expect(new Set(terms).size).toBe(terms.length);
  // A term without a drawing has its first letter on its tile.
  expect($('.tiles [data-term="homes"] text').text()).toBe('H');
});

test('a page and its card have the colour of their subject', () => {
  const page = openBuilt(siteFolder('large'), 'toolkit/priorities/homes/');
  expect(page('article.page').attr('data-term')).toBe('homes');
  const list = openBuilt(siteFolder('large'), 'case-studies/');
  expect(list('.entry-list > li[data-term]').length).toBeGreaterThan(5);
});
