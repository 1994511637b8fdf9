import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {upkeepOf} from '../../../../../src/site/data/upkeep.ts';
import {builtPage, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

/** The day on which the sites are built. */
const TODAY = '2026-11-24';

const FILE = 'contribute/offer-a-case-study/index.html';

test.each(['flood', 'large'] as const)(
  'the %s site says in numbers how it is kept, as can be counted',
  async (name) => {
    const site = siteFolder(name);
    const {$} = builtPage(FILE, readFileSync(path.join(site, FILE), 'utf8'));
    const facts = upkeepOf(await loadToolkit(path.dirname(site)), TODAY);
    expect(squeeze($('.upkeep > p').text())).toBe(
      'These numbers were counted on 24 November 2026, when this page was made.',
    );
    const rows = $('.upkeep tbody tr').toArray();
    expect(rows.map((row) => squeeze($(row).find('th').text()))).toEqual(facts.map(({what}) => what));
    for (const [index, {value, pages = []}] of facts.entries()) {
      expect(squeeze($(rows[index]).find('td').text())).toContain(value);
      expect($(rows[index]).find('details a').length).toBe(pages.length);
    }
  },
);

test('a page that readers should be careful with can be followed, and so can the updates', () => {
  const {$} = builtPage(FILE, readFileSync(path.join(siteFolder('flood'), FILE), 'utf8'));
  const ways = $('.upkeep a').map((_, link) => $(link).attr('href'));
  expect(ways.get()).toEqual(expect.arrayContaining(['/flood/toolkit/priorities/warnings/', '/flood/updates/']));
  expect($('.upkeep script').length).toBe(0);
});
