import {expect, test} from 'vitest';
import {CALLED} from '../../engine/support/browser/made-pages.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {openBuilt} from '../../engine/support/sites/built-page.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

/** What readers ask in their own words, and the page that answers. */
const ASKED = [
  ['closing a library', '/toolkit/reference/statutory-duty/'],
  ['what must be free', '/toolkit/reference/statutory-duty/'],
  ['who pays for a community library', '/toolkit/approaches/community-run-libraries/'],
  ['cost of a shared building', '/toolkit/approaches/co-location/'],
  ['can volunteers run it', '/toolkit/approaches/workforce-and-volunteers/'],
  ['how many people use libraries', '/toolkit/approaches/evidence-and-benchmarking/'],
];

test('home links to the answers to common questions', () => {
  const to = openBuilt(siteFolder('toolkit'), '')('.ways-in a:contains("common questions")').attr('href') ?? '';
  const [address = '', anchor] = to.split('#');
  expect(openBuilt(siteFolder('toolkit'), address)(`h2#${anchor} ~ ul li a`).length).toBeGreaterThan(5);
});

test('in the search, pages that answer and pages that the build makes are among the first three', async () => {
  const {page, close} = await site.open('/search/');
  const results = page.locator('[data-results] h2 a');
  const missed: string[] = [];
  for (const [query, address] of [...ASKED, ...CALLED]) {
    await page.locator('main input[type="search"]').fill(query);
    await page.waitForFunction(
      (words) => document.querySelector('[role="status"]')?.textContent?.includes(`for ${words}`),
      query,
    );
    const first = await results.evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')));
    if (!first.includes(address)) missed.push(`${query}: ${first.join(' ')}`);
  }
  expect(missed).toEqual([]);
  await close();
});

test.each([
  ['dementia', 'Guidance'],
  ['jobs', 'Guidance'],
  ['staff', 'Guidance'],
  ['reading', 'Guidance'],
  ['Gateshead', 'Case study'],
  ['Carillion', 'Case study'],
])('who searches for %s finds first: %s', async (query, kind) => {
  const {page, close} = await site.open(`/search/?q=${query}`);
  const first = page.locator('[data-results] .facts-line').first();
  await first.waitFor();
  expect(await first.textContent()).toMatch(new RegExp(`^${kind}`));
  await close();
});
