import {readdirSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {copyToolkit, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

let folder = '';
let site = '';

/** The bare example after its launch. A link to a page that is not there would end its build. */
beforeAll(async () => {
  folder = copyToolkit('bare', {contentFrom: path.join(ROOT, 'examples/bare'), isWarm: true});
  expect(await runCommand(['publish', '--launch'], folder)).toMatchObject({code: 0, stderr: ''});
  site = await build(folder);
}, 240_000);

test('pages, updates and editions are there, and nothing of a feature', () => {
  expect(readdirSync(site).filter((name) => !name.includes('.'))).toEqual([
    'assets',
    'editions',
    'figures',
    'toolkit',
    'updates',
  ]);
  const $ = openBuilt(site, 'toolkit/water/');
  expect(squeeze($('.history').text())).toContain('First published: 24 November 2026.');
  expect($('form, [rel="alternate"], .page-foot > .feedback').length).toBe(0);
  expect(openBuilt(site, '')('main').find('form').length).toBe(0);
});

test('each page is sound, and loads no script of a feature', async () => {
  expect(await judgeSite(site, {url: 'https://heat.example', baseUrl: '/', language: 'en-GB'})).toEqual([]);
  const scripts = new Set<string>();
  for (const {$} of readBuiltPages(site))
    for (const {attribs} of $('script[src]').toArray()) scripts.add(attribs.src ?? '');
  const code = [...scripts].map((src) => textIn(site, src)).join('\n');
  expect(code).toContain('colour-mode');
  expect(code).not.toMatch(/pagefind|data-feedback-form|data-print-document/);
});

test('the check of the same toolkit finds nothing', async () => {
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: expect.not.stringContaining('error:')});
});
