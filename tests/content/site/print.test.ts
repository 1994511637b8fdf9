import {expect, inject, test} from 'vitest';
import {countSheets, useSite} from '../../engine/support/browser/open-browser.ts';

const site = useSite(inject('site'), '/');

test('the toolkit in one page is printed on one page', async () => {
  expect(await countSheets(site, '/toolkit/reference/summary/')).toBe(1);
});
