import {expect, test} from 'vitest';
import {sheetsOf} from '../../../../scripts/pdf/print-document.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const flood = useSite(siteFolder('flood'), '/flood/');

const WARDENS = '/flood/toolkit/approaches/wardens/';
const WARNINGS = '/flood/toolkit/priorities/warnings/';

test('saved pages become one pack, in which each page begins on a new sheet', async () => {
  const {page, complaints, close} = await flood.open(WARDENS);
  for (const address of [WARDENS, WARNINGS]) {
    await page.goto(flood.origin + address);
    await page.getByRole('button', {name: 'Save page'}).click();
  }
  await page.getByRole('link', {name: 'Saved pages (2)'}).click();
  await page.locator('.pack > article').nth(1).waitFor({state: 'attached'});
  const pdf = await page.pdf({preferCSSPageSize: true});
  expect(sheetsOf(pdf)).toBe(3);
  await page.getByRole('button', {name: 'Remove'}).first().click();
  await page.locator('.pack-contents li').nth(1).waitFor({state: 'detached'});
  await page.getByRole('button', {name: 'Remove'}).click();
  await page.getByText('You have not saved a page').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a citation is copied', async () => {
  const {page, close} = await flood.open(WARDENS, {permissions: ['clipboard-read', 'clipboard-write']});
  await page.getByRole('button', {name: 'Copy citation'}).click();
  await page.getByRole('button', {name: 'Copied'}).waitFor();
  const citation = await page.locator('.cite p').first().textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
  await close();
});

test('what is new since the last visit is marked only for readers who ask for it', async () => {
  const {page, close} = await flood.open('/flood/updates/');
  const marks = page.locator('.tag.new');
  const stored = () => page.evaluate(() => Object.keys(localStorage));
  expect(await stored()).toEqual([]);
  await page.getByRole('button', {name: 'Mark what is new'}).click();
  await page.reload();
  expect(await marks.count()).toBe(0);
  const days = await page.locator('[data-published]').evaluateAll((all) => all.map((one) => one.dataset.published));
  const lastVisit = days.toSorted().at(-1) ?? '';
  await page.evaluate((day) => localStorage.setItem('visits', day), lastVisit);
  await page.reload();
  expect(await marks.count()).toBe(days.filter((day) => day === lastVisit).length);
  await page.getByRole('button', {name: 'Mark what is new'}).click();
  expect(await stored()).toEqual([]);
  await close();
});

test('a chart is saved as a picture', async () => {
  const {page, close} = await flood.open('/flood/toolkit/');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-png]').first().click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.png$/);
  await close();
});
