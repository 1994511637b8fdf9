import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {runCommand} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {judgePage} from '../../../support/sites/check-page.ts';
import {copyToolkit} from '../../../support/toolkits/copy-toolkit.ts';
import {configFile, soundFiles} from '../../../support/toolkits/sound-toolkit.ts';

let folder = '';
let site = '';

/** A toolkit of two pages after its launch that uses no feature. A link to a page that is not there would end its build. */
beforeAll(async () => {
  folder = copyToolkit('without features', {contentFrom: [], isWarm: true});
  const config = configFile('export default {};').replace(/"features":FEATURES.*$/s, '"features":[]};\n');
  const files = {...soundFiles(), 'toolkit.config.ts': config};
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  expect(await runCommand(['publish', '--launch'], folder)).toMatchObject({code: 0, stderr: ''});
  site = await build(folder);
}, 240_000);

test('pages, updates and editions are there, and nothing of a feature', () => {
  expect(readdirSync(site).filter((name) => !name.includes('.'))).toEqual([
    'assets',
    'case-studies',
    'editions',
    'figures',
    'toolkit',
    'updates',
  ]);
  const $ = openBuilt(site, 'toolkit/priorities/homes/');
  expect(squeeze($('.history').text())).toContain('First published: 24 November 2026.');
  expect($('form, [rel="alternate"], .page-foot > .feedback').length).toBe(0);
  expect(openBuilt(site, '')('main').find('form').length).toBe(0);
});

test('each page is sound, and loads no script of a feature', () => {
  const scripts = new Set<string>();
  for (const page of readBuiltPages(site)) {
    expect(judgePage(page, {url: 'https://flood.example', baseUrl: '/', language: 'en-GB'}), page.file).toEqual([]);
    for (const {attribs} of page.$('script[src]').toArray()) scripts.add(attribs.src ?? '');
  }
  const code = [...scripts].map((src) => readFileSync(path.join(site, src), 'utf8')).join('\n');
  expect(code).toContain('colour-mode');
  expect(code).not.toMatch(/pagefind|saved-pages|data-feedback-form|data-print-document/);
});

test('the check of the same toolkit finds nothing', async () => {
  expect(await runCommand(['check'], folder)).toMatchObject({code: 0, stdout: expect.not.stringContaining('error:')});
});
