import {expect, test} from 'vitest';
import {problemsOfHtml} from '../../engine/support/browser/audit-site.ts';
import {findViolations} from '../../engine/support/browser/find-violations.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

test.each([360, 1280])('a reader sorts the approaches by a scale at %d px, with the unknown last', async (width) => {
  const {page, complaints} = await site.open('/ratings/', {viewport: {width, height: 900}});
  const steps = () => page.locator('table').first().locator('tbody td:nth-child(2)').allInnerTexts();
  const unknown = (await steps()).filter((text) => text.includes('Not known')).length;
  expect(unknown).toBeGreaterThan(0);
  await page.getByRole('button', {name: 'Cost'}).click();
  expect((await steps())[0]).toContain('Staff time only');
  await page.getByRole('button', {name: 'Cost'}).click();
  expect((await steps())[0]).toContain('High');
  expect((await steps()).slice(-unknown).every((text) => text.includes('Not known'))).toBe(true);
  expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  // Side by side, without a script.
  for (const name of ['Co-location', 'Joint procurement']) await page.getByLabel(`Reasons: ${name}`).check();
  await page.getByLabel('Show only').first().check();
  expect(await page.locator('.rated-table').first().locator('tbody tr:visible').count()).toBe(2);
  expect(await page.locator('.reason:visible').count()).toBe(8);
  // The address brings a colleague the same two.
  await page.goto(page.url());
  await expect.poll(() => page.locator('.rated-table').first().locator('tbody tr:visible').count()).toBe(2);
  expect(await page.locator('.page-head code').textContent()).toBe(page.url());
  expect(await findViolations(page)).toEqual([]);
  expect(await problemsOfHtml('ratings', await (await page.request.get(page.url())).text())).toEqual([]);
  // The question on the home page asks for the best supported first.
  await page.goto(`${site.origin}/ratings/?sort=evidence`);
  await expect.poll(() => page.locator('th[aria-sort]').first().getAttribute('aria-sort')).toBe('descending');
  expect(complaints).toEqual([]);
});
