import {describe, expect, test} from 'vitest';
import {ALL_PAGES, generatedPages} from '../../../../src/content/addresses/generated-routes.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const large = useSite(siteFolder('large'), '/flood/');
const flood = useSite(siteFolder('flood'), '/flood/');

const PHONE = {viewport: {width: 360, height: 740}};
const DESKTOP = {viewport: {width: 1280, height: 900}};

describe('without JavaScript', () => {
  test('a phone opens the menu and follows a link of it', async () => {
    const {page} = await flood.open('/flood/', {...PHONE, javaScriptEnabled: false});
    const menu = page.locator('header summary').first();
    const link = page.locator('nav[aria-label="Main"] a[href="/flood/case-studies/"]');
    expect(await link.isVisible()).toBe(false);
    await menu.click();
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(new URL(page.url()).pathname).toBe('/flood/case-studies/');
  });

  test('the search page lists every page from A to Z', async () => {
    const {page} = await large.open('/flood/search/', {javaScriptEnabled: false});
    expect(await page.locator('main a[href="/flood/toolkit/case-studies/lower-ford-pumps/"]').isVisible()).toBe(true);
    for (const {address, title} of generatedPages(toolkitWith({})).filter((other) => other.address !== ALL_PAGES)) {
      expect(
        await page
          .locator('main a')
          .and(page.locator(`[href="/flood${address}"]`))
          .first()
          .textContent(),
      ).toBe(title);
      expect((await page.request.get(`${large.origin}/flood${address}`)).status(), address).toBe(200);
    }
  });
});

describe('by keyboard', () => {
  test('the first stop is the skip link, and it leads to the main part', async () => {
    const {page} = await flood.open('/flood/toolkit/', DESKTOP);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.getAttribute('href')).toMatch(/^#/);
    expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('every stop can be seen, and none is a trap', async () => {
    const {page} = await large.open('/flood/toolkit/priorities/homes/', DESKTOP);
    const stops: string[] = [];
    for (let step = 0; step < 150; step++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const {width, height} = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        return {name: element.outerHTML.slice(0, 80), seen: width > 0 && height > 0 && marked};
      });
      if (stop === null) break;
      if (!stop.seen) stops.push(`not seen: ${stop.name}`);
      expect(step, 'the last stop is never reached').toBeLessThan(149);
    }
    expect(stops).toEqual([]);
  });
});

describe('search', () => {
  test('from the head of any page it finds a case study', async () => {
    const {page, foreign, complaints} = await large.open('/flood/toolkit/', DESKTOP);
    await page.locator('header input[type="search"]').fill('kits');
    await page.keyboard.press('Enter');
    // The page it leaves links to the same study: only the address says that the search has begun.
    await page.waitForURL('**/search/?q=kits');
    const hit = page.locator('[data-results] a[href*="/toolkit/case-studies/marsh-end-tide-kits/"]').first();
    await page.waitForFunction(() => /\d+ results?/.test(document.querySelector('[role="status"]')?.textContent ?? ''));
    await hit.click();
    expect(await page.locator('h1').textContent()).toContain('Marsh End');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('results link to sections, and can be narrowed to a kind; notes of updates come last', async () => {
    const {page, complaints} = await large.open('/flood/search/', DESKTOP);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('flood wardens');
    const facts = page.locator('[data-results] .facts-line');
    await page.waitForFunction(() => /\d+ results? for flood wardens/.test(document.body.textContent));
    const first = page.locator('[data-results] > li').first();
    expect(await first.locator('h2 a').getAttribute('href')).not.toContain('#');
    expect(await first.locator('.found-section a').first().getAttribute('href')).toMatch(/#[a-z-]+$/);
    await page.getByRole('radio', {name: /^Case studies \(\d+\)$/}).check();
    await expect.poll(async () => (await facts.allTextContents()).every((line) => /^Case study/.test(line))).toBe(true);
    await page.getByRole('radio', {name: /^Main results/}).check();
    await expect.poll(() => facts.first().textContent()).toMatch(/^Guidance/);
    const more = page.getByRole('button', {name: 'Show more results'});
    while (await more.isVisible()) {
      const before = await page.locator('[data-results] > li').count();
      await more.click();
      await expect.poll(() => page.locator('[data-results] > li').count()).toBeGreaterThan(before);
    }
    const kinds = await facts.allTextContents();
    const firstUpdate = kinds.findIndex((line) => line.startsWith('Update'));
    expect(firstUpdate).toBeGreaterThan(0);
    expect(kinds.slice(firstUpdate).filter((line) => !line.startsWith('Update'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a synonym finds its page, and a misspelt word what it was meant to be', async () => {
    const {page} = await flood.open('/flood/search/?q=tocsin', DESKTOP);
    const first = page.locator('[data-results] h2 a').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe('/flood/toolkit/priorities/warnings/');
    expect(await page.locator('[data-results] .facts-line').first().textContent()).toBe('Guidance');
    await page.goto(`${flood.origin}/flood/search/?q=flood+wardnes`);
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe('/flood/toolkit/approaches/wardens/');
    await expect
      .poll(() => page.locator('[data-search-status]').textContent())
      .toMatch(/^No page has wardnes\. \d+ results? for flood wardens?$/);
    await page.goto(`${flood.origin}/flood/search/?q=zeppelin`);
    await page.waitForFunction(() =>
      /0 results/.test(document.querySelector('[data-search-status]')?.textContent ?? ''),
    );
    expect(await page.locator('[data-results] > li').count()).toBe(0);
  });

  test('what is searched for is shown as text and never run', async () => {
    const {page, complaints} = await flood.open(
      `/flood/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent?.trim());
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('the list of sections stays at the top of a phone, marks the one in view, and closes over a chosen one', async () => {
  const {page, complaints} = await large.open('/flood/toolkit/priorities/warnings/', PHONE);
  await page.locator('.rail-toggle summary').click();
  const link = page.locator('.contents a').nth(2);
  const id = (await link.getAttribute('href'))?.slice(1);
  await link.click();
  expect(await page.locator('.contents').isVisible()).toBe(false);
  await expect.poll(() => page.locator('.contents [aria-current="true"]').getAttribute('href')).toBe(`#${id}`);
  const [bar, heading] = await Promise.all([
    page.locator('.rail-toggle').boundingBox(),
    page.locator(`[id="${id}"]`).boundingBox(),
  ]);
  expect(bar?.y).toBeLessThan(10);
  expect(heading?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
  expect(complaints).toEqual([]);
});

test('the choice of colours is kept from page to page, and wins over the device', async () => {
  const {page} = await flood.open('/flood/', {...DESKTOP, colorScheme: 'light'});
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator('[data-colour-mode]').click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto(`${flood.origin}/flood/toolkit/`);
  expect(await background()).toBe(dark);
  await page.getByRole('button', {name: 'Dark colours', pressed: true}).click();
  expect(await background()).toBe(light);
});

test('the policy refuses a script that is planted, and a request to another host is noticed', async () => {
  const {page, foreign, complaints} = await flood.open('/flood/toolkit/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script, Object.assign(new Image(), {src: 'https://elsewhere.example/pixel.png'}));
  });
  expect(await page.title()).not.toBe('taken over');
  expect(complaints.join('\n')).toContain('Content Security Policy');
  await expect.poll(() => foreign.join()).toContain('elsewhere.example');
});
