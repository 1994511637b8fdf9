import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {findViolations} from '../../support/browser/find-violations.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {VIEWS} from '../../support/browser/views.ts';

/** One of each kind of page. */
const KINDS: {kind: string; site: 'toolkit' | 'flood'; address: string}[] = [
  {kind: 'home', site: 'toolkit', address: '/'},
  {kind: 'front page of the toolkit', site: 'toolkit', address: '/toolkit/'},
  {kind: 'guidance', site: 'toolkit', address: '/toolkit/priorities/jobs-and-enterprise/'},
  {kind: 'reference with tables', site: 'toolkit', address: '/toolkit/reference/history/'},
  {kind: 'case study', site: 'toolkit', address: '/toolkit/case-studies/gateshead-jobseekers/'},
  {kind: 'list of case studies', site: 'toolkit', address: '/case-studies/'},
  {kind: 'figures', site: 'toolkit', address: '/figures/'},
  {kind: 'figures of a page', site: 'toolkit', address: '/figures/priorities/health-and-wellbeing/'},
  {kind: 'data for other programs', site: 'toolkit', address: '/api/'},
  {kind: 'handbook', site: 'toolkit', address: '/contribute/propose-a-case-study/'},
  {kind: 'search', site: 'toolkit', address: '/search/?q=jobs'},
  {kind: 'page that is not there', site: 'toolkit', address: '/no-such-page/'},
  {kind: 'page with a chart', site: 'flood', address: '/flood/toolkit/'},
  {kind: 'updates', site: 'flood', address: '/flood/updates/'},
  {kind: 'ask to be told', site: 'flood', address: '/flood/updates/follow/'},
  {kind: 'updates on an approach', site: 'flood', address: '/flood/updates/wardens/'},
  {kind: 'whole toolkit as one document', site: 'flood', address: '/flood/toolkit/document/'},
  {kind: 'update', site: 'flood', address: '/flood/updates/2026-11-02/'},
  {kind: 'page of an edition with an erratum', site: 'flood', address: '/flood/toolkit/2026-11/approaches/wardens/'},
];

/** Without fonts a page has no text, and axe then passes whatever the colours are. */
async function textWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h1') ?? document.body);
    return range.getBoundingClientRect().width;
  });
}

const sites = {toolkit: useSite('toolkit'), flood: useSite('flood', '/flood/')};

describe.each(KINDS)('$kind', ({site, address}) => {
  test.each(VIEWS)(
    '$view: text is there, axe finds nothing, nothing overflows, no other host is asked',
    async (view) => {
      const {width, height, colorScheme} = view;
      const {page, foreign, complaints, close} = await sites[site].open(address, {
        viewport: {width, height},
        colorScheme,
      });
      expect(await textWidth(page)).toBeGreaterThan(40);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(foreign).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

test('at 320 px no kind of page scrolls sideways', async () => {
  const wide: string[] = [];
  for (const {site, address} of KINDS) {
    const {page, close} = await sites[site].open(address, {viewport: {width: 320, height: 640}});
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 320) wide.push(address);
    await close();
  }
  expect(wide).toEqual([]);
});

test('axe finds what is planted: a faint text, and a control without a name', async () => {
  const {page, close} = await sites.toolkit.open('/toolkit/');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const faint = document.createElement('p');
    faint.textContent = 'Hard to read';
    faint.style.color = '#ccc';
    faint.style.background = '#fff';
    main?.append(faint, document.createElement('button'));
  });
  const found = (await findViolations(page)).join('\n');
  expect(found).toContain('color-contrast');
  expect(found).toContain('button-name');
  await close();
});

test('body text with less contrast than 7:1 would be found', async () => {
  const {page, close} = await sites.toolkit.open('/toolkit/priorities/jobs-and-enterprise/');
  await page.evaluate(() => {
    const prose = document.querySelector<HTMLElement>('.prose');
    if (prose) prose.style.color = '#666';
  });
  expect((await findViolations(page)).join()).toContain('color-contrast-enhanced');
  await close();
});
