import {expect, test} from 'vitest';
import {findViolations} from '../../support/browser/find-violations.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';

const large = useSite(siteFolder('large'), '/flood/');

test('a choice leaves the figures that have it, those of other pages of the list too, and is in the address', async () => {
  const {page, complaints} = await large.open('/flood/figures/', {viewport: {width: 1280, height: 900}});
  const rows = page.locator('.figure-list .figure:visible');
  const first = await rows.count();
  const all = Number(/[\d,]+ figures/.exec((await page.locator('.lead').textContent()) ?? '')?.[0].replace(/\D/g, ''));
  const [, subject = ''] = await page.getByLabel('Subject').locator('option').allTextContents();
  await page.getByLabel('Subject').selectOption(subject);
  const status = page.locator('main [role="status"]');
  await expect.poll(() => status.textContent()).toMatch(new RegExp(`^\\d+ of ${all} figures$`));
  const found = Number.parseInt((await status.textContent()) ?? '', 10);
  expect(await rows.count()).toBe(found);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  expect(first).toBeLessThanOrEqual(100);
  await page.reload();
  await expect.poll(() => status.textContent()).toMatch(/^\d+ of/);
  expect(await page.getByLabel('Subject').inputValue()).toBe(subject);
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Subject').selectOption('');
  await expect.poll(() => rows.count()).toBe(all);
  const figure = page.locator('.figure-list tbody').last().locator('tr').last();
  await page.getByLabel('Words').fill(((await figure.locator('td').nth(1).textContent()) ?? '').slice(0, 30));
  await expect.poll(() => rows.count()).toBeLessThan(all);
  expect(await figure.isVisible()).toBe(true);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await figure.getByRole('button', {name: 'Copy with source'}).click();
  const to = `https://flood.example${await figure.locator('.figure-link').getAttribute('href')}`;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(`^\\d[^\\n]* · [^]*\\n.+: ${RegExp.escape(to)}$`),
  );
  expect(complaints).toEqual([]);
});
