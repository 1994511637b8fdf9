import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {loadToolkit} from '../../../../../src/fs/load-toolkit.ts';
import {upkeepOf} from '../../../../../src/site/data/upkeep.ts';
import {builtPage, squeeze} from '../../../support/sites/built-page.ts';
import {ROOT, WORK} from '../../../support/toolkits/copy-toolkit.ts';

/** The day on which the sites are built. */
const TODAY = '2026-11-24';

const PAGES = [
  {site: 'toolkit', folder: ROOT, file: 'about/how-it-is-kept-up-to-date/index.html'},
  {site: 'flood', folder: path.join(WORK, 'flood'), file: 'contribute/offer-a-case-study/index.html'},
] as const;

test.each(PAGES)('the page of $site tells in numbers how it is kept, each as it can be counted', async (page) => {
  const {$} = builtPage(page.file, readFileSync(path.join(inject('sites')[page.site], page.file), 'utf8'));
  const facts = upkeepOf(await loadToolkit(page.folder), TODAY);
  expect(squeeze($('.upkeep > p').text())).toBe(
    'These numbers were counted on 24 November 2026, when this page was made.',
  );
  const rows = $('.upkeep tbody tr').toArray();
  expect(rows.map((row) => squeeze($(row).find('th').text()))).toEqual(facts.map(({what}) => what));
  for (const [index, {value, pages = []}] of facts.entries()) {
    expect(squeeze($(rows[index]).find('td').text())).toContain(value);
    expect($(rows[index]).find('details a').length).toBe(pages.length);
  }
});

test('a page that readers should be careful with can be followed, and so can the updates', () => {
  const file = 'contribute/offer-a-case-study/index.html';
  const {$} = builtPage(file, readFileSync(path.join(inject('sites').flood, file), 'utf8'));
  const ways = $('.upkeep a').map((_, link) => $(link).attr('href'));
  expect(ways.get()).toEqual(expect.arrayContaining(['/flood/toolkit/priorities/warnings/', '/flood/updates/']));
  expect($('.upkeep script').length).toBe(0);
});
