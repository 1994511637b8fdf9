import {describe, expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';

describe.each([
  {name: 'toolkit', baseUrl: '/'},
  {name: 'flood', baseUrl: '/flood/'},
] as const)('an old address of the $name site', ({name, baseUrl}) => {
  const site = useSite(name, baseUrl);
  const [from, to] = [`${baseUrl}toolkit/case-studies/`, `${baseUrl}case-studies/`];

  test('leads on, with its question and its heading, and leaves no step behind', async () => {
    const {page, complaints, close} = await site.open(`${from}?region=london#results`);
    await page.waitForURL(`${site.origin}${to}**`);
    expect(page.url()).toBe(`${site.origin}${to}?region=london#results`);
    expect(await page.evaluate(() => history.length)).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test('leads on without scripts', async () => {
    const {page, close} = await site.open(from, {javaScriptEnabled: false});
    await page.waitForURL(`${site.origin}${to}`);
    await close();
  });

  test('shows a link to whoever stays', async () => {
    const {page, close} = await site.open(baseUrl, {javaScriptEnabled: false});
    const html = await (await page.request.get(`${site.origin}${from}`)).text();
    expect(html).toContain(`<a href="${to}">`);
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="https://[^"/]+${to}">`));
    await close();
  });
});
