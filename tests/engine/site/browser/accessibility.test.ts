import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {problemsOfHtml} from '../../support/browser/audit-site.ts';
import {COLOUR_RULES, findViolations} from '../../support/browser/find-violations.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const site = useSite(siteFolder('large'), '/flood/');

/** One of each kind of page. */
const KINDS = [
  {kind: 'home', address: '/flood/'},
  {kind: 'front page of the toolkit, with a chart', address: '/flood/toolkit/'},
  {kind: 'guidance', address: '/flood/toolkit/priorities/homes/'},
  {kind: 'reference with tables', address: '/flood/toolkit/reference/gauges/'},
  {kind: 'case study', address: '/flood/toolkit/case-studies/salt-quay-road-boards/'},
  {kind: 'list of case studies', address: '/flood/case-studies/'},
  {kind: 'figures', address: '/flood/figures/page/2/'},
  {kind: 'data for other programs', address: '/flood/api/'},
  {kind: 'handbook', address: '/flood/contribute/offer-a-case-study/'},
  {kind: 'list of commands', address: '/flood/contribute/commands/'},
  {kind: 'list of vocabularies', address: '/flood/contribute/vocabularies/'},
  {kind: 'search', address: '/flood/search/?q=wardens'},
  {kind: 'page that is not there', address: '/flood/no-such-page/'},
  {kind: 'updates', address: '/flood/updates/'},
  {kind: 'ask to be told', address: '/flood/updates/follow/'},
  {kind: 'updates on an approach', address: '/flood/updates/wardens/'},
  {kind: 'whole toolkit as one document', address: '/flood/toolkit/document/'},
  {kind: 'part of the document', address: '/flood/toolkit/document/page/3/'},
  {kind: 'update', address: '/flood/updates/2026-11-02/'},
  {kind: 'page of an edition with an erratum', address: '/flood/toolkit/2026-11/approaches/wardens/'},
];

/** What can differ on a phone, where axe finds the same otherwise. */
const LAYOUT_RULES = ['target-size', 'scrollable-region-focusable', 'heading-order', 'link-name', 'button-name'];

/** Without fonts a page has no text, and axe then passes whatever the colours are. */
async function textWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h1') ?? document.body);
    return range.getBoundingClientRect().width;
  });
}

/** What scrolls sideways: the page or, on a phone, a table on it. */
function overflowing(): string[] {
  return [document.documentElement, ...document.querySelectorAll(innerWidth < 500 ? '.table-scroll' : 'html')]
    .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)
    .map(({className, tagName}) => `${tagName}.${className}`);
}

test.each(KINDS)(
  '$kind: valid HTML, text is there, axe finds nothing in light or dark, nothing overflows, no other host is asked',
  async ({address}) => {
    const {page, foreign, complaints} = await site.open(address, {
      viewport: {width: 1280, height: 900},
      colorScheme: 'light',
    });
    expect(await problemsOfHtml(address, await (await page.request.get(page.url())).text())).toEqual([]);
    expect(await textWidth(page)).toBeGreaterThan(40);
    expect(await findViolations(page)).toEqual([]);
    await page.emulateMedia({colorScheme: 'dark'});
    expect(await findViolations(page, COLOUR_RULES)).toEqual([]);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({width, height: 740});
      expect(await page.evaluate(overflowing), `${width} px`).toEqual([]);
      if (width === 360) expect(await findViolations(page, LAYOUT_RULES)).toEqual([]);
    }
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('body text with less contrast than 7:1 would be found, and links may have 4.5:1', async () => {
  const {page} = await site.open('/flood/toolkit/priorities/homes/');
  await page.evaluate(() => {
    const prose = document.querySelector<HTMLElement>('.prose');
    if (prose) prose.style.color = '#666';
    for (const link of document.querySelectorAll<HTMLElement>('.prose p a')) link.style.color = '#0a6d86';
  });
  expect(new Set((await findViolations(page)).map(({problem}) => problem))).toEqual(
    new Set(['color-contrast-enhanced: text in #666666 on #fcf9f3 has a contrast of 5.46:1, expected at least 7:1']),
  );
});
