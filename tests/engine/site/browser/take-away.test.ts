import {readFileSync} from 'node:fs';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {sheetsOf, useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const flood = useSite(siteFolder('flood'), '/flood/');
const large = useSite(siteFolder('large'), '/flood/');

const WARDENS = '/flood/toolkit/approaches/wardens/';

/** Marks the pages that are opened next when they are printed, in place of the dialog of the browser. */
async function markPrinted(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
}

test('saved and ticked pages become one pack, in which each page begins on a new sheet', async () => {
  const {page, complaints} = await flood.open(WARDENS);
  await markPrinted(page);
  await page.getByRole('button', {name: 'Print later'}).click();
  await page.getByRole('link', {name: 'Print list (1)'}).click();
  await page.getByLabel('Warnings').check();
  await page.getByRole('button', {name: 'Print 2 chosen pages'}).click();
  await page.locator('[data-printed]').waitFor();
  expect(await page.locator('.pack-contents a').allTextContents()).toEqual([
    'Flood wardens',
    'Warnings that arrive in time',
  ]);
  expect(sheetsOf(await page.pdf({preferCSSPageSize: true}))).toBe(3);
  await page.reload();
  expect(await page.getByLabel('Warnings').isChecked()).toBe(true);
  await page.getByRole('button', {name: 'Remove'}).first().click();
  await page.getByLabel('Warnings').uncheck();
  await page.getByText('You have not chosen a page').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('all pages of a group are printed without being saved', async () => {
  const {page} = await large.open('/flood/saved/');
  await markPrinted(page);
  await page.reload();
  const group = page.getByRole('group', {name: 'Priorities'});
  const pages = await group.getByRole('checkbox').count();
  expect(pages).toBeGreaterThan(1);
  await group.getByRole('button', {name: `Print all ${pages}`}).click();
  await page.locator('[data-printed]').waitFor();
  expect(await page.locator('.pack > article').count()).toBe(pages);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('the links below the title show what they name, with nothing left to open', async () => {
  const {page} = await large.open('/flood/toolkit/priorities/homes/', {viewport: {width: 360, height: 740}});
  const shown = {
    Cite: '.cite p',
    'Get updates': '.follow code',
    'Report a mistake': '.feedback textarea',
  };
  expect(await page.locator('.page-tools :is(a, button):visible').count()).toBeLessThanOrEqual(2);
  await page.locator('.page-tools').getByText('More').click();
  for (const [name, selector] of Object.entries(shown)) {
    await page.locator('.page-tools').getByRole('link', {name}).click();
    await expect.poll(() => page.locator(selector).first().isVisible(), {message: name}).toBe(true);
  }
  await page.goto(`${page.url().replace(/#.*/, '')}#page-updates`);
  await expect.poll(() => page.locator('.history > details').evaluate((part) => part.matches('[open]'))).toBe(true);
});

test('a citation is copied', async () => {
  const {page} = await flood.open(`${WARDENS}#cite`, {permissions: ['clipboard-read', 'clipboard-write']});
  await page.getByRole('button', {name: 'Copy citation'}).click();
  await page.getByRole('button', {name: 'Copied'}).waitFor();
  const citation = await page.locator('.cite p').first().textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
});

test('what is new since the last visit is marked only for readers who ask for it', async () => {
  const {page} = await flood.open('/flood/updates/');
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
  await page.getByLabel('mark what is new since').fill(days.toSorted()[0] ?? '');
  await expect.poll(() => marks.count()).toBe(days.length);
  expect(await page.locator('.mark-new [role="status"]').textContent()).toMatch(/^What is new since .* is marked\.$/);
  expect(await stored()).toEqual([]);
});

test.each([true, false])(
  'a citation is saved for a reference manager, scripts or not: %s',
  async (javaScriptEnabled) => {
    const {page} = await flood.open('/flood/toolkit/approaches/wardens/#cite', {javaScriptEnabled});
    const save = page.getByRole('link', {name: 'BibTeX'});
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('wardens.bib');
    expect(readFileSync(await download.path(), 'utf8')).toContain('title = {{Flood wardens}}');
  },
);

test('a chart is saved as a picture', async () => {
  const {page} = await flood.open('/flood/toolkit/');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-png]').first().click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.png$/);
});
