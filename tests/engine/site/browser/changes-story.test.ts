import {describe, expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

// It has been launched, so it shows what each update changed.
const flood = useSite(siteFolder('flood'), '/flood/');
const large = useSite(siteFolder('large'), '/flood/');

const PAGE = '/flood/toolkit/case-studies/lower-ford-pumps/';

/** Most readers on a phone; what scripts add is tested with each script. */
const PHONE = {javaScriptEnabled: false, viewport: {width: 360, height: 800}};

describe('a reader who wants to know what changed, without a script', () => {
  test('finds the updates of a page, the difference, and the way back', async () => {
    const {page, foreign, complaints} = await flood.open(PAGE, PHONE);
    const title = await page.getByRole('heading', {level: 1}).textContent();
    await page.locator('.page-meta').getByRole('link', {name: '16 November 2026'}).click();
    await page
      .getByRole('link', {name: /^See what changed/})
      .first()
      .click();
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe(title);
    expect(await page.locator('ins').first().isVisible()).toBe(true);
    expect(await page.getByText('Change note').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.getByRole('link', {name: 'see all its updates'}).click();
    expect(page.url()).toBe(`${flood.origin}${PAGE}#page-updates`);
    expect([...foreign, ...complaints]).toEqual([]);
  });

  test('goes from the update to what changed on one of its pages', async () => {
    const {page} = await flood.open('/flood/updates/', PHONE);
    await page.locator('main .entry-list a').first().click();
    const door = page.getByRole('link', {name: /^See what changed in /}).first();
    const title = ((await door.textContent()) ?? '').replace('See what changed in ', '');
    await door.click();
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe(title);
    await page.getByRole('link', {name: 'Read the page'}).click();
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe(title);
  });

  test('who adopted an edition finds which pages changed since, and what their notes say', async () => {
    const {page} = await large.open('/flood/toolkit/2025-03/', PHONE);
    await page.getByRole('link', {name: 'What changed since edition 2025-03'}).click();
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('Since edition 2025-03');
    const notes = await page.locator('.page-since + p').allTextContents();
    expect(notes.join()).toContain('The edition of March 2025 says that each parish had a siren');
    expect(await page.locator('.page-since summary').first().textContent()).toMatch(/^\d+ changes?$/);
    await page.getByRole('link', {name: 'Warnings that arrive in time'}).click();
    expect(page.url()).toBe(`${large.origin}/flood/toolkit/priorities/warnings/`);
  });
});
