import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {findViolations} from '../../support/browser/find-violations.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const large = useSite(siteFolder('large'), '/flood/');

const PHONE = {viewport: {width: 360, height: 740}};
const DESKTOP = {viewport: {width: 1280, height: 900}};

const shown = (page: Page) => page.locator('main .entry-list > li:visible').count();
const status = (page: Page) => page.locator('main [role="status"]').textContent();
/** Waits until the script shows what it found. */
const found = (page: Page) =>
  page.waitForFunction(() => / of /.test(document.querySelector('[role="status"]')?.textContent ?? ''));
const queryOf = (page: Page) => new URL(page.url()).search;

describe('the finder', () => {
  test('without JavaScript every value has a page, reached by a link', async () => {
    const {page} = await large.open('/flood/case-studies/', {...DESKTOP, javaScriptEnabled: false});
    const all = await shown(page);
    await page.locator('nav[aria-label="Filter"] a[href="/flood/case-studies/priority/homes/"]').click();
    expect(await page.locator('h1').textContent()).toContain('Homes');
    expect(await shown(page)).toBeGreaterThan(0);
    expect(await shown(page)).toBeLessThan(all);
    expect(await page.locator('main a[href="/flood/toolkit/case-studies/marsh-end-tide-kits/"]').isVisible()).toBe(
      true,
    );
    expect(await page.locator('[data-needs-script]').isVisible()).toBe(false);
    await page.locator('nav[aria-label="Breadcrumbs"] a[href="/flood/case-studies/"]').click();
    expect(await shown(page)).toBe(all);
  });

  test.each([PHONE, DESKTOP])('nothing moves when the script comes late: %o', async (view) => {
    const {page} = await large.open('/flood/', view);
    const painted = Promise.withResolvers<void>();
    await page.route('**/assets/site*.js', async (route) => {
      await painted.promise;
      await route.continue();
    });
    await page.goto(`${large.origin}/flood/case-studies/`, {waitUntil: 'commit'});
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    painted.resolve();
    await page.getByLabel('Filter').locator('fieldset').first().waitFor({state: 'attached'});
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & {value: number})[];
            resolve(shifts.reduce((sum, {value}) => sum + value, 0));
          }).observe({type: 'layout-shift', buffered: true});
          // The browser reports what has moved before it shows the frame after the next.
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))));
        }),
    );
    expect(shift).toBeLessThan(0.02);
  });

  test('ticking narrows the list, tells the count and writes the address; going back undoes it', async () => {
    const {page, complaints} = await large.open('/flood/case-studies/', DESKTOP);
    const all = await shown(page);
    const everything = await status(page);
    await page.getByRole('checkbox', {name: /^Homes/}).check();
    await found(page);
    const some = await shown(page);
    expect(some).toBeLessThan(all);
    expect(await status(page)).toBe(`${some} of ${everything}: Homes`);
    await page.getByRole('checkbox', {name: /^Coast/}).check();
    await expect.poll(() => shown(page)).toBeLessThan(some);
    expect(queryOf(page)).toBe('?priority=homes&region=coast');
    await page.goBack();
    await expect.poll(() => shown(page)).toBe(some);
    expect(await page.getByRole('checkbox', {name: /^Coast/}).isChecked()).toBe(false);
    await page.goBack();
    await expect.poll(() => shown(page)).toBe(all);
    expect(await status(page)).toBe(everything);
    expect(complaints).toEqual([]);
  });

  test('a case study says the same of itself in the filtered list as in the whole one', async () => {
    const {page} = await large.open('/flood/case-studies/?region=coast', DESKTOP);
    await found(page);
    const factsIn = (list: string) =>
      page
        .locator(`${list} li:has(h2)`)
        .evaluateAll((all) =>
          all.map((one) => `${one.querySelector('h2')?.textContent}: ${one.querySelector('.facts-line')?.textContent}`),
        );
    const filtered = await factsIn('[data-results]');
    expect(filtered.length).toBeGreaterThan(0);
    expect(await factsIn('[data-fallback]')).toEqual(expect.arrayContaining(filtered));
  });

  test('a search by a name in a region says which region covers it, and only by the whole name', async () => {
    const {page} = await large.open('/flood/case-studies/?q=Gull+Bay', DESKTOP);
    await found(page);
    const facts = page.locator('[data-results] .facts-line').first();
    expect(await facts.textContent()).toContain('Coast, which covers Gull Bay');
    await page.goto(`${large.origin}/flood/case-studies/?q=north`);
    await found(page);
    expect(await page.locator('[data-results]').textContent()).not.toContain('which covers');
  });

  test('two values of one facet widen the list, and counts tell what one more tick gives', async () => {
    const {page} = await large.open('/flood/case-studies/?region=coast', DESKTOP);
    await found(page);
    const one = await shown(page);
    const upper = page.getByRole('checkbox', {name: /^Upper valley/});
    const more = Number(await page.locator('label', {has: upper}).locator('.count').textContent());
    await upper.check();
    await expect.poll(() => shown(page)).toBe(one + more);
  });

  test('a linked choice is shown, an unknown one ignored, and clearing shows all', async () => {
    const {page} = await large.open('/flood/case-studies/?priority=homes&priority=gone&x=1', DESKTOP);
    expect(await page.getByRole('checkbox', {name: /^Homes/}).isChecked()).toBe(true);
    await found(page);
    const some = await shown(page);
    expect(await page.getByRole('button', {name: 'Clear filters'}).count()).toBe(0);
    await page.getByRole('button', {name: 'Remove the filter Homes'}).click();
    await expect.poll(() => shown(page)).toBeGreaterThan(some);
    expect(await page.evaluate(() => document.activeElement?.matches('[role="status"]'))).toBe(true);
    expect(queryOf(page)).toBe('');
  });

  test('words that name filters choose them: one by its whole name, and one that begins so', async () => {
    const {page} = await large.open('/flood/case-studies/?q=natural+coast', DESKTOP);
    await found(page);
    expect(await status(page)).toMatch(/case studies: Natural flood management, Coast\./);
    expect(await page.getByRole('searchbox', {name: 'Search case studies'}).inputValue()).toBe('');
  });

  test('where nothing is left it says what to do, and clearing brings all back', async () => {
    const {page} = await large.open('/flood/case-studies/?approach=natural-flood-management&region=coast', DESKTOP);
    await found(page);
    expect(await shown(page)).toBe(0);
    expect(await status(page)).toMatch(/^0 of .+: Natural flood management, Coast\. No case study has all of these\.$/);
    await page.getByRole('button', {name: /^Remove Coast to see [1-9]/}).waitFor();
    await page.getByRole('button', {name: 'Clear filters'}).click();
    await expect.poll(() => shown(page)).toBeGreaterThan(0);
    expect(await status(page)).not.toContain('No case study');
  });

  test('words that no case study has lead to a search of all pages, which says that none has all', async () => {
    const {page} = await large.open('/flood/case-studies/?q=kits+pumps', DESKTOP);
    await found(page);
    expect(await shown(page)).toBe(0);
    await page.getByRole('link', {name: 'Search the whole toolkit for kits pumps'}).click();
    await page.waitForURL(/search\/\?q=kits%20pumps$/);
    await page.waitForFunction(() => / results? /.test(document.querySelector('[role="status"]')?.textContent ?? ''));
    expect(await status(page)).toMatch(/^\d+ results? for kits pumps\. No page has all of these words\.$/);
  });

  test('words and filters find case studies together, and the address keeps both', async () => {
    const {page, complaints} = await large.open('/flood/case-studies/', DESKTOP);
    const input = page.getByRole('searchbox', {name: 'Search case studies'});
    await input.fill('kits');
    await input.press('Enter');
    await found(page);
    const titles = () => page.locator('[data-results] h2').allTextContents();
    expect((await titles()).join()).toContain('Marsh End');
    const words = await shown(page);
    await page.getByRole('checkbox', {name: /^Coast/}).check();
    await expect.poll(() => status(page)).toMatch(/^\d+ of \d+ case studies for kits: Coast$/);
    expect(await shown(page)).toBeLessThanOrEqual(words);
    expect(queryOf(page)).toBe('?q=kits&region=coast');
    await page.reload();
    await found(page);
    expect(await input.inputValue()).toBe('kits');
    expect((await titles()).join()).toContain('Marsh End');
    expect(complaints).toEqual([]);
  });

  test('on a phone the filters say how many are left and close, and a choice is removed above the list', async () => {
    const {page, complaints} = await large.open('/flood/case-studies/', PHONE);
    await page.locator('.filters-toggle summary').click();
    await page.getByRole('checkbox', {name: /^Homes/}).check();
    await found(page);
    const some = await shown(page);
    const show = page.getByRole('button', {name: /^Show \d+ of \d+ case studies$/});
    expect(await show.textContent()).toMatch(new RegExp(`^Show ${some} of `));
    // In sight without scrolling, at the end of the screen.
    const {y = 0, height = 0} = (await show.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(PHONE.viewport.height);
    const list = await page.locator('.facets').boundingBox();
    expect(y).toBeGreaterThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
    await show.click();
    expect(await show.isVisible()).toBe(false);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', {name: 'Remove the filter Homes'}).click();
    await expect.poll(() => shown(page)).toBeGreaterThan(some);
    expect(queryOf(page)).toBe('');
    expect(complaints).toEqual([]);
  });

  test('the list begins with the strongest evidence, and can be sorted by year and title, with filters and in the address', async () => {
    const {page} = await large.open('/flood/case-studies/?region=coast', DESKTOP);
    await found(page);
    const some = await shown(page);
    const facts = () => page.locator('[data-results] .facts-line').allTextContents();
    const strengths = await page
      .locator('[data-results] .strength')
      .evaluateAll((marks) => marks.map((mark) => Number((mark as HTMLElement).dataset.strength)));
    expect(strengths).toHaveLength(some);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    await page.getByLabel('Sort by').selectOption('Title');
    const titles = () => page.locator('[data-results] h2').allTextContents();
    await expect
      .poll(async () => (await titles()).join())
      .toEqual((await titles()).toSorted((a, b) => a.localeCompare(b, 'en')).join());
    expect(queryOf(page)).toBe('?region=coast&sort=title');
    await page.goto(`${large.origin}/flood/case-studies/?region=coast&sort=newest`);
    await found(page);
    expect(await shown(page)).toBe(some);
    const years = (await facts()).map((line) => Number(line.match(/\d{4}/g)?.at(-1) ?? 0));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  test('where the search engine cannot be loaded, a tick opens the page of its value', async () => {
    const {page} = await large.open('/flood/case-studies/', DESKTOP);
    await page.route('**/pagefind.js', (route) => route.abort());
    // Not `check`, which looks for the tick afterwards: the page may have been left by then.
    await page.getByRole('checkbox', {name: /^Homes/}).click();
    await page.waitForURL('**/case-studies/priority/homes/');
  });
});

describe('search results', () => {
  test('pages of editions are found on request, and say so', async () => {
    const {page, complaints} = await large.open('/flood/search/?q=warnings', DESKTOP);
    const facts = page.locator('[data-results] .facts-line');
    await facts.first().waitFor();
    expect((await facts.allTextContents()).filter((line) => line.includes('Edition'))).toEqual([]);
    await page.getByRole('button', {name: 'Search older editions'}).click();
    await expect.poll(() => status(page)).toMatch(/^\d+ results? for warnings in older editions$/);
    const older = await facts.allTextContents();
    expect(older.length).toBeGreaterThan(0);
    expect(older.filter((line) => !line.includes('Edition'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('five results are shown and loaded at first, and more on request', async () => {
    const {page} = await large.open('/flood/search/', DESKTOP);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.locator('main input[type="search"]').fill('flood');
    const more = page.getByRole('button', {name: 'Show more results'});
    await more.waitFor();
    expect(await shown(page)).toBe(5);
    // One of them for the text of each result.
    expect(requests.length).toBeLessThanOrEqual(15);
    await more.click();
    await expect.poll(() => shown(page)).toBeGreaterThan(5);
    const next = page.locator('[data-results] > li').nth(5).locator('h2 a');
    expect(await next.evaluate((link) => link === document.activeElement)).toBe(true);
  });
});

test.each([
  {view: 'phone, light', ...PHONE, colorScheme: 'light', address: '/flood/case-studies/?region=coast'},
  {view: 'desktop, dark', ...DESKTOP, colorScheme: 'dark', address: '/flood/case-studies/region/coast/'},
] as const)('$view: axe finds nothing in the open filters, as links or as checkboxes', async ({address, ...view}) => {
  const {page, foreign, complaints} = await large.open(address, view);
  const toggle = page.locator('.filters-toggle summary');
  if (await toggle.isVisible()) await toggle.click();
  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.viewport.width);
  expect([...foreign, ...complaints]).toEqual([]);
});
