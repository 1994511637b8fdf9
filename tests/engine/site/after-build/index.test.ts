import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {afterBuild} from '../../../../src/site/after-build/index.ts';
import {OutputFolder} from '../../../../src/site/after-build/output-folder.ts';
import {siteContent} from '../../../../src/site/data/site-data.ts';
import {folderWith} from '../../support/run-command.ts';
import {CONFIG_FILES, page} from '../../support/toolkits/sound-toolkit.ts';
import {html} from './built-site.ts';

async function runAfterBuild(body: string, files: Readonly<Record<string, string>> = {}) {
  const siteDir = folderWith({
    ...CONFIG_FILES,
    'package.json': '{"name": "flood"}',
    'docs/index.md': page('Start'),
    'build/robots.txt': '',
    ...files,
  });
  const pages = {
    'toolkit/index.html': html('', `<article><div class="prose">${body}</div></article>`),
    'index.html': html('', '<p>Home'),
    'contribute/index.html': html('', '<p>Offer'),
    'api/index.html': html('', '<p>Data'),
    'toolkit/document/index.html': html('', '<p>Contents'),
    'toolkit/document/page/2/index.html': html('', '<div data-document="true"></div>'),
    'case-studies/index.html': html('', '<p>a'),
  };
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const dir = path.join(siteDir, 'build');
  const toolkit = await loadToolkit(siteDir);
  const content = siteContent(toolkit, '2026-11-24');
  const site = {url: 'https://flood.example', baseUrl: '/', files: new Map(Object.entries(pages))};
  const output = new OutputFolder(dir, {siteDir, cacheDir: path.join(siteDir, 'cache'), engine: 'code'});
  const run = afterBuild({...site, dir, output, siteDir, today: '2026-11-24', content});
  return {said, dir, run};
}

test('a broken link stops the build with a report and no stack', async () => {
  const {said, run} = await runAfterBuild('<a href=/toolkt/>a</a>');
  await expect(run).rejects.toThrow('exit 1');
  expect(said.join('')).toBe(
    'Must be fixed (1)\ndocs/index.md: error: link to `/toolkt/` leads nowhere, expected a page or file of this site [no-broken-link]\n' +
      '  fix: Write `/toolkit/`, the nearest address. `npm run check` names its line, unless the layout of the site adds it.\n1 error in 1 file\n',
  );
});

test('a file in `static/` that the build would replace is an error', async () => {
  const {said, run} = await runAfterBuild('', {'static/build.json': '{}\n'});
  await expect(run).rejects.toThrow('exit 1');
  expect(said.join('')).toContain('static/build.json: error: the build writes a file of this name');
});
