import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import {COLOUR_RULES, findViolations} from '../../../../scripts/audit/find-violations.ts';
import {useSite} from '../../support/browser/open-browser.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';
import {FULL_DASHBOARD} from '../../support/toolkits/dashboard-toolkit.ts';

const site = useSite(siteFolder('flood'), '/flood/');

const REPORTS = [{report: 'review', files: FULL_DASHBOARD, words: ['review']}];

async function openReport(files: Readonly<Record<string, string>>, words: readonly string[], view: object = {}) {
  const folder = folderWith(files);
  await runCommand([...words, '--out', 'report.html'], folder);
  const opened = await site.open('/flood/', view);
  opened.foreign.length = 0;
  const address = pathToFileURL(path.join(folder, 'report.html')).href;
  await opened.page.goto(address);
  return {...opened, address};
}

describe.each(REPORTS)('$report', ({files, words}) => {
  test('text is there, axe finds nothing in light or dark, nothing overflows a phone, nothing is loaded', async () => {
    const {page, foreign, complaints, address, close} = await openReport(files, words, {colorScheme: 'light'});
    expect((await page.locator('h1').boundingBox())?.width).toBeGreaterThan(40);
    expect(await findViolations(page)).toEqual([]);
    await page.emulateMedia({colorScheme: 'dark'});
    expect(await findViolations(page, COLOUR_RULES)).toEqual([]);
    for (const width of [360, 1280]) {
      await page.setViewportSize({width, height: 900});
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(foreign).toEqual([address]);
    expect(complaints).toEqual([]);
    await close();
  });
});
