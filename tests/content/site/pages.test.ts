import path from 'node:path';
import {expect, test} from 'vitest';
import {measureShell} from '../../../scripts/bench/measure-weight.ts';
import {loadConfig} from '../../../src/io/load-toolkit.ts';
import {openBuilt, readBuiltPages} from '../../engine/support/sites/built-page.ts';
import {judgePage} from '../../engine/support/sites/check-page.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

/** What a reader on a slow line pays for each page beside its words. */
const MOST_BYTES = 13_500;

const folder = siteFolder('toolkit');
const pages = readBuiltPages(folder);

test('every page is sound', () => {
  const expected = loadConfig(ROOT);
  const found = pages.flatMap((page) => judgePage(page, expected).map((fault) => `${page.file}: ${fault}`));
  expect(pages.length).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

test('no two pages have the same title', () => {
  const titles = pages.filter(({isRedirect}) => !isRedirect).map(({$}) => $('title').text());
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('all that is not the words of a page, styles and scripts included, weighs less than 13.5 KB', async () => {
  // The whole toolkit as one document is a page of its own kind: its contents list alone names every page.
  const weighed = pages.filter(({isRedirect, $}) => !isRedirect && $('article').length === 1);
  const bytes = await Promise.all(
    weighed.map(async ({file}) => ({file, bytes: await measureShell(folder, path.dirname(file))})),
  );
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.filter((page) => page.bytes >= MOST_BYTES)).toEqual([]);
});

test('the list of updates folds those about the website alone, and the edition of 2017 says what it is', () => {
  const updates = openBuilt(siteFolder('toolkit'), 'updates/');
  const folded = updates('details:has(> summary:contains("Changes to this website"))');
  expect(folded.find('h2 a[href="/updates/2026-11-27.2/"]').length).toBe(1);
  expect(updates('h2 a[href="/updates/2026-11-27.2/"]').length).toBe(1);
  const edition = openBuilt(siteFolder('toolkit'), 'toolkit/2017-03/');
  expect(edition('.notice').first().text()).toContain('Record of the 2017 toolkit, reconstructed');
  expect(edition('.cite').text()).not.toContain('Edition 2017-03');
});
