import {expect, test} from 'vitest';
import {countSheets, useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const flood = useSite(siteFolder('flood'), '/flood/');

/** What is seen of a page on paper, by selector. */
async function seenOnPaper(address: string, selectors: readonly string[]): Promise<string[]> {
  const {page} = await flood.open(address);
  await page.emulateMedia({media: 'print'});
  const seen = await page.evaluate(
    (all) => all.filter((selector) => [...document.querySelectorAll(selector)].some((part) => part.checkVisibility())),
    selectors,
  );
  return seen;
}

const FURNITURE = [
  '.site-tools',
  '.phase',
  '.sidebar',
  '.page-rail',
  '.page-tools',
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

test('each page of a part of the document begins on a separate sheet', async () => {
  const address = '/flood/toolkit/document/page/3/';
  const {page} = await flood.open(address);
  const pages = await page.locator('.document article').count();
  expect(pages).toBeGreaterThan(0);
  expect(await countSheets(flood, address)).toBeGreaterThanOrEqual(pages);
});

test('the script loads all parts of the document into one page, whose links stay in it, and prints it', async () => {
  const {page, complaints} = await flood.open('/flood/toolkit/document/');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', {name: /^Print all \d+ pages/}).click();
  await page.locator('[data-printed]').waitFor();
  const printed = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
    const links = [...document.querySelectorAll('.document a[href*="#toolkit--"]')];
    return {
      articles: document.querySelectorAll('[data-document] > article').length,
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      elsewhere: links.map((link) => link.getAttribute('href') ?? '').filter((href) => !href.startsWith('#')),
      dead: links.filter((link) => !ids.includes(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))).length,
    };
  });
  const button = await page.getByRole('button', {name: /^Print all/}).textContent();
  expect(printed).toEqual({articles: Number(/\d+/.exec(button ?? '')?.[0]), twice: [], elsewhere: [], dead: 0});
  expect(complaints).toEqual([]);
});

test('where a part cannot be loaded, the page says so and prints nothing', async () => {
  const {page} = await flood.open('/flood/toolkit/document/');
  await page.route('**/document/page/3/', (route) => route.abort());
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', {name: /^Print all/}).click();
  await expect.poll(() => page.locator('.print-document [role="status"]').textContent()).toMatch(/could not be loaded/);
  expect(await page.locator('[data-printed]').count()).toBe(0);
});
