import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const large = useSite(siteFolder('large'), '/flood/');

const PHONE = {viewport: {width: 360, height: 740}, javaScriptEnabled: false};
const DESKTOP = {viewport: {width: 1280, height: 900}};
const EVIDENCE = '/flood/toolkit/priorities/homes/';

/** The lines that stand one below another in the first row, with what style sheets put before each. */
function linesOf(page: Page): Promise<string[]> {
  return page
    .locator('.by-row tbody tr')
    .first()
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const {content} = getComputedStyle(cell, '::before');
        const label = content === 'none' ? '' : `${cell.getAttribute('data-label')}: `;
        return `${Math.round(cell.getBoundingClientRect().left)} ${label}${cell.textContent}`;
      }),
    );
}

test('on a phone each row of a wide table is a block, each cell under its heading, and nothing scrolls sideways', async () => {
  const {page} = await large.open(EVIDENCE, PHONE);
  const lines = await linesOf(page);
  expect(lines.map((line) => line.replace(/^\d+ /, '').split(':')[0])).toEqual([
    expect.stringMatching(/\d/),
    'What it counts',
    'Year',
    'Area',
    'Source',
  ]);
  // Short parts, such as year and area, share a line.
  expect(new Set(lines.slice(0, 3).map((line) => line.split(' ')[0])).size).toBe(1);
  const boxes = await page
    .locator('.table-scroll:has(.by-row)')
    .evaluateAll((all) => all.map(({scrollWidth, clientWidth}) => scrollWidth - clientWidth));
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.filter((over) => over > 0)).toEqual([]);
});

test('so is a row of three columns, and two stay side by side', async () => {
  const {page} = await large.open(EVIDENCE, PHONE);
  const three = page.locator('.table-scroll:has(th:nth-child(3):last-child) td[data-label]');
  expect(await three.count()).toBeGreaterThan(0);
  expect(await three.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).display))).not.toContain(
    'table-cell',
  );
  await page.goto(`${large.origin}/flood/toolkit/reference/gauges/`);
  const two = page.locator('.table-scroll:has(th:nth-child(2):last-child) tbody tr:first-child td');
  expect(await two.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).display))).toEqual(
    Array.from({length: await two.count()}, () => 'table-cell'),
  );
  expect(await two.count()).toBeGreaterThan(0);
});

test('screen readers are given the same table on a phone and on a desktop computer', async () => {
  // The browser's own tree: it could drop what style sheets show as blocks.
  const trees: string[][] = [];
  for (const options of [PHONE, DESKTOP]) {
    const {page} = await large.open(EVIDENCE, {...options, javaScriptEnabled: false});
    const client = await page.context().newCDPSession(page);
    const {nodes} = await client.send('Accessibility.getFullAXTree');
    const shown = nodes.filter(({ignored}) => !ignored).map(({role, name}) => `${role?.value} ${name?.value ?? ''}`);
    trees.push(shown.filter((node) => /^(table|row|rowgroup|columnheader|cell) /.test(node)));
  }
  expect(trees[0]).toContain('columnheader Year');
  expect(trees[0]).toContain('cell Lower valley');
  expect(trees[0]).toEqual(trees[1]);
});

test('on paper and on a desktop computer it is a table', async () => {
  const {page} = await large.open(EVIDENCE, PHONE);
  const layout = () =>
    page
      .locator('.by-row')
      .first()
      .evaluate((table) => [
        getComputedStyle(table.querySelector('td') ?? table).display,
        getComputedStyle(table.querySelector('thead') ?? table).position,
      ]);
  expect(await layout()).toEqual(['block', 'absolute']);
  await page.emulateMedia({media: 'print'});
  expect(await layout()).toEqual(['table-cell', 'static']);
  await page.emulateMedia({media: 'screen'});
  await page.setViewportSize(DESKTOP.viewport);
  expect(await layout()).toEqual(['table-cell', 'static']);
});
