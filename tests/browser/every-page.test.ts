import {expect, inject, test} from 'vitest';
import {readBuiltPages} from '../support/built-page.ts';
import {findViolations} from '../support/find-violations.ts';
import {useSite} from '../support/open-browser.ts';

const toolkit = useSite('toolkit');

const addresses = readBuiltPages(inject('sites').toolkit)
  .filter(({isRedirect, file}) => !isRedirect && file !== '404.html')
  // Axe would take minutes for the words of all pages at once, and reads the document of the second toolkit elsewhere.
  .filter(({file}) => file !== 'toolkit/document/index.html')
  .map(({file}) => `/${file.replace(/index\.html$/, '')}`)
  // The pages of an edition are those of a day before, in the same frame: one of each kind stands for all.
  .filter((address, _, all) => {
    const kind = editionKind(address);
    return kind === undefined || all.find((other) => editionKind(other) === kind) === address;
  });

/** The edition that a page lies in, and the folder there: `2017-03/case-studies`. */
function editionKind(address: string): string | undefined {
  return /^\/toolkit\/(\d{4}-\d{2}[^/]*\/(?:[^/]+\/)?)/.exec(address)?.[1];
}

test.each(addresses)('axe finds nothing on %s', async (address) => {
  const {page, foreign, complaints, close} = await toolkit.open(address, {viewport: {width: 1280, height: 900}});
  expect(await findViolations(page)).toEqual([]);
  expect([...foreign, ...complaints]).toEqual([]);
  await close();
});
