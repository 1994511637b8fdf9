import {expect, test} from 'vitest';
import {loadConfig} from '../../../src/io/load-toolkit.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {openBuilt} from '../../engine/support/sites/built-page.ts';
import {judgeSite} from '../../engine/support/sites/check-page.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

const site = useSite(siteFolder('toolkit'), '/');

/** Two rows are taller, in pixels. */
const MAX_ONE_ROW = 90;

test('the header has one row on a desk, also where a computer has a wider font', async () => {
  const {page} = await site.open('/updates/', {bypassCSP: true});
  for (const style of [':root {}', '.site-header * { letter-spacing: 0.1em !important; }']) {
    await page.addStyleTag({content: style});
    for (const width of [1024, 1280, 1366]) {
      await page.setViewportSize({width, height: 768});
      expect((await page.locator('.masthead').boundingBox())?.height, `${width} px`).toBeLessThanOrEqual(MAX_ONE_ROW);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
});

test('the first view of a page, with nothing stored, has headings in the font of the toolkit', async () => {
  const {page} = await site.open('/updates/');
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const {root} = await browser.send('DOM.getDocument');
  const {nodeId} = await browser.send('DOM.querySelector', {nodeId: root.nodeId, selector: 'h1'});
  const {fonts} = await browser.send('CSS.getPlatformFontsForNode', {nodeId});
  expect(fonts).toEqual([
    expect.objectContaining({familyName: expect.stringContaining('Newsreader'), isCustomFont: true}),
  ]);
});

test('every page is sound, with a title of its own, and all but its words weighs less than 16 KB', () => {
  expect(judgeSite(siteFolder('toolkit'), loadConfig(ROOT))).toEqual([]);
});

test('the list of updates begins with corrections and their values', () => {
  const updates = openBuilt(siteFolder('toolkit'), 'updates/');
  const update = updates('.entry-list > li:has(h2 a[href="/updates/2026-12-01.3/"])');
  expect(update.children('.change-lines').find('.tag').text()).toBe('Correction'.repeat(5));
  expect(update.find('li:contains("named 43 places")').first().find(':is(del, ins)').text()).toBe('4243');
});

test('the edition of 2017 says what it is', () => {
  const edition = openBuilt(siteFolder('toolkit'), 'toolkit/2017-03/');
  expect(edition('.notice').first().text()).toContain('Record of the 2017 toolkit, reconstructed');
  expect(edition('.cite').text()).not.toContain('Edition 2017-03');
});
