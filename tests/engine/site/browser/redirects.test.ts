import {describe, expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

describe('an old address', () => {
  const site = useSite(siteFolder('flood'), '/flood/');
  const [from, to] = ['/flood/toolkit/case-studies/', '/flood/case-studies/'];

  test('leads on, with its question and its heading, and leaves no step behind', async () => {
    const {page, complaints} = await site.open(`${from}?region=coast#results`);
    await page.waitForURL(`${site.origin}${to}**`);
    expect(page.url()).toBe(`${site.origin}${to}?region=coast#results`);
    expect(await page.evaluate(() => history.length)).toBe(2);
    expect(complaints).toEqual([]);
  });

  test('leads on without scripts', async () => {
    const {page} = await site.open(from, {javaScriptEnabled: false});
    await page.waitForURL(`${site.origin}${to}`);
  });
});
