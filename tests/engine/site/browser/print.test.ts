import {expect, inject, test} from 'vitest';
import {countSheets, useSite} from '../../support/browser/open-browser.ts';

const flood = useSite(inject('sites').flood, '/flood/');

/** What is seen of a page on paper, by selector. */
async function seenOnPaper(address: string, selectors: readonly string[]): Promise<string[]> {
  const {page, close} = await flood.open(address);
  await page.emulateMedia({media: 'print'});
  const seen = await page.evaluate(
    (all) => all.filter((selector) => [...document.querySelectorAll(selector)].some((part) => part.checkVisibility())),
    selectors,
  );
  await close();
  return seen;
}

const FURNITURE = [
  '.site-tools',
  '.phase-banner',
  '.sidebar',
  '.page-bar',
  '.related',
  '.paginator',
  '.feedback',
  '.follow',
];

test('on paper a page is its words, its sources and what is on record of it, in a few lines', async () => {
  const kept = ['.brand-title', 'h1', '.printed-as', '.prose', '.sources', '.history > p', '.review', '.cite p'];
  const address = '/flood/toolkit/approaches/wardens/';
  expect(await seenOnPaper(address, [...FURNITURE, '.history details', ...kept])).toEqual(kept);
  expect(await countSheets(flood, address)).toBe(1);
});

test('a page that is overdue for review says so on paper too', async () => {
  const overdue = '.page-foot .notice';
  expect(await seenOnPaper('/flood/toolkit/priorities/warnings/', [overdue])).toEqual([overdue]);
});

test('each page of the whole toolkit as one document begins on a sheet of its own, after title and contents', async () => {
  const {page, close} = await flood.open('/flood/toolkit/document/');
  const pages = await page.locator('.document article').count();
  await close();
  expect(await countSheets(flood, '/flood/toolkit/document/')).toBeGreaterThanOrEqual(pages + 2);
});
