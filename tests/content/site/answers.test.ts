import {globSync} from 'node:fs';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {removePreviewBanner, useSite} from '../../engine/support/browser/open-browser.ts';
import {openBuilt} from '../../engine/support/sites/built-page.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

const SCREENS = [
  {width: 360, height: 740},
  {width: 1280, height: 900},
];

/** The height of a line of the answer, in pixels. */
const LINE = 30;

/** What readers ask in their own words, and the page that answers, which comes first. */
const ASKED = [
  ['closing a library', '/toolkit/reference/statutory-duty/'],
  ['who pays for a community library', '/toolkit/approaches/community-run-libraries/'],
  ['cost of a shared building', '/toolkit/approaches/co-location/'],
  ['can volunteers run it', '/toolkit/reference/volunteers/'],
  ['how many people use libraries', '/toolkit/approaches/evidence-and-benchmarking/'],
  ['business rates', '/toolkit/case-studies/wrexham-libraries/'],
  ['rates', '/toolkit/case-studies/wrexham-libraries/'],
  ['Bibliotheca', '/toolkit/case-studies/peterborough-open-plus/'],
  ['job seekers', '/toolkit/priorities/jobs-and-enterprise/'],
  ['ROI social return', '/toolkit/priorities/health-and-wellbeing/'],
  ['how much does a mobile library cost', '/toolkit/reference/mobile-libraries/'],
  ['cost per visit', '/toolkit/reference/what-a-visit-costs/'],
  ['loneliness', '/toolkit/reference/loneliness/'],
];

/** What readers call the pages that the build makes. */
const CALLED = [
  ['RSS', '/updates/follow/'],
  ['feeds', '/updates/follow/'],
  ['figures', '/figures/'],
  ['edition', '/editions/'],
  ['spreadsheet', '/api/'],
  ['spreadsheets', '/figures/'],
  ['Excel', '/api/'],
  ['Excel', '/figures/'],
  ['permanent address', '/editions/'],
  ['cite', '/editions/'],
  ['how to cite', '/editions/'],
  ['citation', '/editions/'],
  ['download', '/api/'],
  ['download', '/toolkit/document/'],
  ['CSV', '/figures/'],
  ['CSV', '/api/'],
  ['print', '/toolkit/document/'],
  ['feedback', '/feedback/'],
  ['case studies', '/case-studies/'],
  ['updates', '/updates/'],
] as const;

test('home links to the answers to common questions', () => {
  const to = openBuilt(siteFolder('toolkit'), '')('.questions a[href*="common-questions"]').attr('href') ?? '';
  const [address = '', anchor] = to.split('#');
  expect(openBuilt(siteFolder('toolkit'), address)(`h2#${anchor} ~ ul li a`).length).toBeGreaterThan(5);
});

async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator('main input[type="search"]').fill(query);
  // Otherwise the search waits whether the reader types on.
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (words) => document.querySelector('[role="status"]')?.textContent?.includes(`for ${words}`),
    query,
  );
}

test('in the search, pages that answer come first, and pages that the build makes are among the first three', async () => {
  const {page} = await site.open('/search/');
  const results = page.locator('[data-results] h2 a');
  const missed: string[] = [];
  for (const [query, address] of [...ASKED, ...CALLED]) {
    await searchFor(page, query);
    const first = await results.evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')));
    const places = ASKED.some(([only]) => only === query) ? 1 : 3;
    if (!first.slice(0, places).includes(address)) missed.push(`${query}: ${first.join(' ')}`);
  }
  expect(missed).toEqual([]);
  // Pagefind by itself looks for `as`.
  await searchFor(page, 'asdfgh');
  expect(await results.count()).toBe(0);
});

test('results of a search load into their place, and pages about the toolkit are apart from them', async () => {
  const {page} = await site.open('/search/?q=cost+per+visit', {viewport: {width: 360, height: 740}});
  await page.locator('[data-results] h2').first().waitFor();
  const shifts = await page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({type: 'layout-shift', buffered: true});
    return observer.takeRecords().map((entry) => (entry as unknown as {value: number}).value);
  });
  expect(Math.max(0, ...shifts)).toBeLessThan(0.05);
  expect(await page.locator('[data-results] h2 a[href^="/contribute/"]').count()).toBe(0);
  expect(await page.locator('[value="other"] ~ [data-count]').textContent()).not.toBe('(0)');
});

test('pages with the most text before their answer begin it on the first screen of a phone and of a desk', async () => {
  const folder = siteFolder('toolkit');
  const pages = globSync('toolkit/{priorities,approaches,case-studies}/*/', {cwd: folder}).map((address) => {
    const $ = openBuilt(folder, address);
    return {address: `/${address.replaceAll('\\', '/')}/`, before: $('.page-head, .page-body > .notice').text().length};
  });
  expect(pages.length).toBeGreaterThan(50);
  const late: string[] = [];
  const {page} = await site.open('/');
  for (const {address} of pages.sort((a, b) => b.before - a.before).slice(0, 10)) {
    await page.goto(site.origin + address);
    await removePreviewBanner(page);
    for (const viewport of SCREENS) {
      await page.setViewportSize(viewport);
      const box = await page.locator('.in-short > p:nth-child(2)').boundingBox();
      if (!box || box.y + LINE > viewport.height) late.push(`${address} at ${viewport.width} px: ${box?.y}`);
    }
  }
  expect(late).toEqual([]);
});

test('the figure on the home page is copied with its source', async () => {
  const {page} = await site.open('/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const answer = page.locator('.answer');
  await answer.getByRole('button', {name: 'Copy with source'}).click();
  const figure = await answer.locator('strong').textContent();
  const [to, source] = await answer
    .locator('a')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.startsWith(`${figure} · `)).toBe(true);
  expect(
    copied.endsWith(
      `: ${source}\nLibraries shaping the future: ${to?.replace(/^http:..[^/]+/, 'https://toolkit.example')} (Evidence: Weak)`,
    ),
  ).toBe(true);
  expect(await verdictsOn(copied)).toEqual(['same']);
});

test('a figure in a table of a page is copied with its source, and an email about it names it', async () => {
  const {page} = await site.open('/toolkit/approaches/joint-procurement/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = page.locator('tr:has(.figure-link)').first();
  const figure = (await row.locator('.figure-link').textContent()) ?? '';
  const source = await row.locator('td').last().getByRole('link').getAttribute('href');
  await row.locator('.figure-link').click();
  await row.getByRole('button', {name: 'Copy with source'}).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.startsWith(`${figure} · `)).toBe(true);
  expect(
    copied.endsWith(
      `: ${source}\nLibraries shaping the future: ${page.url().replace(/^http:..[^/]+/, 'https://toolkit.example')}`,
    ),
  ).toBe(true);
  expect(await verdictsOn(copied)).toEqual(['same']);
  const email = await row.getByRole('link', {name: 'Mistake? Email us'}).getAttribute('href');
  expect(decodeURIComponent(email ?? '')).toContain(`body=${figure}: `);
});

test.each([
  ['.key-figures > li', '53 people'],
  ['.prose tbody tr', '£249,600'],
])('of a case study %s is copied and reported too', async (selector, figure) => {
  const {page} = await site.open('/toolkit/case-studies/st-helens-creative-hubs/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const place = page.locator(selector, {hasText: figure});
  await place.locator('.figure-link').click();
  await place.getByRole('button', {name: 'Copy with source'}).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toEqual([
    expect.stringContaining(`${figure} · `),
    expect.stringContaining(': https://'),
    expect.stringContaining('/st-helens-creative-hubs/#'),
  ]);
  expect(await verdictsOn(copied)).toEqual(['same']);
  const email = await place.getByRole('link', {name: 'Mistake? Email us'}).getAttribute('href');
  expect(decodeURIComponent(email ?? '')).toMatch(new RegExp(`body=.*${figure}`));
});

/** What the check of quotations says of each sentence of a text. */
async function verdictsOn(text: string): Promise<(string | null)[]> {
  const {page} = await site.open('/quotations/');
  await page.locator('textarea').fill(text);
  await page.locator('[data-quotations] button').click();
  await page.locator('[data-quotation-results] ol').waitFor();
  return page
    .locator('[data-quotation-results] li > strong')
    .evaluateAll((all) => all.map((one) => one.getAttribute('class')));
}
