import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const flood = useSite(siteFolder('flood'), '/flood/');
const large = useSite(siteFolder('large'), '/flood/');

const WARDENS = '/flood/toolkit/approaches/wardens/';

test('the links below the title show what they name, with nothing left to open', async () => {
  const {page} = await large.open('/flood/toolkit/priorities/homes/', {viewport: {width: 360, height: 740}});
  const shown = {
    Cite: '.cite p',
    'Get updates': '.follow code',
    'Report a mistake': '.feedback textarea',
  };
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

test('a citation is saved for a reference manager, without a script', async () => {
  const {page} = await flood.open(`${WARDENS}#cite`, {javaScriptEnabled: false});
  const save = page.getByRole('link', {name: 'BibTeX'});
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('wardens.bib');
  expect(readFileSync(await download.path(), 'utf8')).toContain('title = {{Flood wardens}}');
});

test('a chart is saved as a picture', async () => {
  const {page} = await flood.open('/flood/toolkit/');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-png]').first().click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.png$/);
});
