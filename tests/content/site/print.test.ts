import {statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {filesBelow} from '../../../src/site/after-build/output-folder.ts';
import {countSheets, useSite} from '../../engine/support/browser/open-browser.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

test.each(['/', '/toolkit/reference/summary/'])('%s is printed on one page, in a wide font too', async (address) => {
  expect(await countSheets(site, address)).toBe(1);
  expect(await countSheets(site, address, '* { letter-spacing: 0.05em !important; }')).toBe(1);
});

test('the ratings of the approaches and what they mean are printed on one page', async () => {
  expect(await countSheets(site, '/ratings/')).toBe(1);
});

test.each(['case-studies', 'priorities|approaches'])(
  'the briefing of a long page takes two sides of A4 at most: %s',
  async (folders) => {
    const pages = filesBelow(siteFolder('toolkit')).filter((file) =>
      new RegExp(`^toolkit/(${folders})/[^/]+/index\\.html$`).test(file),
    );
    const sizeOf = (file: string) => statSync(path.join(siteFolder('toolkit'), file)).size;
    const longest = pages.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 6);
    expect(longest).toHaveLength(6);
    for (const file of longest) {
      const address = `/${file.replace('index.html', '#briefing')}`;
      expect(await countSheets(site, address), address).toBeLessThanOrEqual(2);
    }
    expect(await countSheets(site, `/${longest[0]?.replace('index.html', '')}`)).toBeGreaterThan(2);
  },
);

test('a reader prints the briefing of a page with one click, and the whole page with another', async () => {
  const {page} = await site.open('/toolkit/priorities/health-and-wellbeing/');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', location.hash);
  });
  const printed = () => page.evaluate(() => document.body.getAttribute('data-printed'));
  await page.getByRole('link', {name: 'Briefing', exact: true}).click();
  expect(await page.getByRole('heading', {name: 'Why it matters'}).isVisible()).toBe(false);
  expect(await printed()).toBe(null);
  await page.getByRole('button', {name: 'Print', exact: true}).click();
  await expect.poll(printed).toBe('#briefing');
  await page.getByRole('link', {name: 'Show the whole page'}).click();
  await page.locator('.page-tools').getByRole('button', {name: 'Print page'}).click();
  await expect.poll(printed).toBe('#main');
});
