import {readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

let folder = '';
let site = '';

/** The example without a single feature. A link to a page that is not there would end its build. */
beforeAll(async () => {
  folder = copyToolkit('without features', {contentFrom: FLOOD, isWarm: true});
  const settings = textIn(folder, 'toolkit.config.ts');
  writeFileSync(path.join(folder, 'toolkit.config.ts'), settings.replace('defineToolkit({', '$&features: [],'));
  site = await build(folder);
}, 240_000);

test('pages, updates and editions are there, and nothing of a feature', () => {
  expect(readdirSync(site).filter((name) => !name.includes('.'))).toEqual([
    'assets',
    'case-studies',
    'contribute',
    'editions',
    'events',
    'figures',
    'toolkit',
    'updates',
  ]);
  const $ = openBuilt(site, 'toolkit/approaches/wardens/');
  expect(squeeze($('.history').text())).toContain('First published');
  expect($('form, [rel="alternate"], .page-foot > .feedback').length).toBe(0);
  expect(openBuilt(site, '')('main').find('form').length).toBe(0);
});

test('each page is sound, and loads no script of a feature', async () => {
  expect(await judgeSite(site, {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'})).toEqual([]);
  const scripts = new Set<string>();
  for (const {$} of readBuiltPages(site))
    for (const {attribs} of $('script[src]').toArray()) scripts.add(attribs.src ?? '');
  const code = [...scripts].map((src) => textIn(site, src.replace('/flood/', ''))).join('\n');
  expect(code).toContain('colour-mode');
  expect(code).not.toMatch(/pagefind|data-feedback-form|data-print-document/);
});

test('the check of the same toolkit finds nothing', async () => {
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: expect.not.stringContaining('error:')});
});
