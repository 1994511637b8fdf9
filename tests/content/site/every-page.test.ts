import {expect, inject, test} from 'vitest';
import {findViolations} from '../../engine/support/browser/find-violations.ts';
import {useSite} from '../../engine/support/browser/open-browser.ts';
import {readBuiltPages} from '../../engine/support/sites/built-page.ts';

const toolkit = useSite('toolkit');

const addresses = readBuiltPages(inject('sites').toolkit)
  .filter(({isRedirect, file}) => !isRedirect && file !== '404.html')
  // Axe would take minutes for the words of all pages at once, and reads the document of the second toolkit elsewhere.
  .filter(({file}) => file !== 'toolkit/document/index.html')
  .map(({file}) => `/${file.replace(/index\.html$/, '')}`)
  // Hundreds of pages come from one frame: of each kind the first stands for all.
  .filter((address, _, all) => {
    const kind = kindOf(address);
    return kind === undefined || all.find((other) => kindOf(other) === kind) === address;
  });

/**
 * What a page has in common with others: the edition and the folder it lies in, `2017-03/case-studies`; case studies;
 * updates, and their lists by subject; the update whose differences it shows; the states that it compares; the folder
 * whose figures it lists. `undefined` for a page of its own.
 */
function kindOf(address: string): string | undefined {
  const [, ...kind] =
    /^\/toolkit\/(\d{4}-\d{2}[^/]*\/(?:[^/]+\/)?|case-studies\/)|^\/updates\/([^/]+)\/changes\/|^\/editions\/([^/]+\/[^/]+)\/.|^\/(figures\/[^/]+)\/.|^\/(updates\/(?:\d{4}|original-|[a-z]))/.exec(
      address,
    ) ?? [];
  return kind.find((part) => part !== undefined);
}

test.each(addresses)('axe finds nothing on %s', async (address) => {
  const {page, foreign, complaints, close} = await toolkit.open(address, {viewport: {width: 1280, height: 900}});
  expect(await findViolations(page)).toEqual([]);
  expect([...foreign, ...complaints]).toEqual([]);
  await close();
});
