import {expect, test} from 'vitest';
import {countSheets, useSite} from '../../engine/support/browser/open-browser.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

test('the toolkit in one page is printed on one page', async () => {
  expect(await countSheets(site, '/toolkit/reference/summary/')).toBe(1);
});
