import {expect, test} from 'vitest';
import {findViolations} from '../../engine/support/browser/find-violations.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {pagesOfEveryShape} from '../../engine/support/sites/pages-of-every-shape.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';

const site = useSite(siteFolder('toolkit'), '/');

test.each(pagesOfEveryShape(siteFolder('toolkit')))('axe finds nothing on %s', async (file) => {
  const address = `/${file.replace(/index\.html$/, '')}`;
  const {page, foreign, complaints, close} = await site.open(address, {viewport: {width: 1280, height: 900}});
  expect(await findViolations(page)).toEqual([]);
  expect([...foreign, ...complaints]).toEqual([]);
  await close();
});
