import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {afterBuild} from '../../../../src/site/after-build/index.ts';
import {OutputFolder} from '../../../../src/site/after-build/output-folder.ts';
import {siteContent} from '../../../../src/site/data/site-data.ts';
import {folderWith} from '../../support/run-command.ts';
import {CONFIG_FILES, page} from '../../support/toolkits/sound-toolkit.ts';
import {html, siteWith} from './built-site.ts';

test('a file in `static/` that the build would replace is an error', async () => {
  const siteDir = folderWith({
    ...CONFIG_FILES,
    'docs/index.md': page('Start'),
    'package.json': '{"name": "flood"}',
    'static/build.json': '{}',
    'build/a.txt': '',
  });
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const dir = path.join(siteDir, 'build');
  const content = siteContent(await loadToolkit(siteDir), '2026-11-24');
  const {pages, draw} = siteWith({
    'toolkit/index.html': html('', '<article><div class="prose"></div></article>'),
  });
  const output = new OutputFolder(dir, siteDir);
  const site = {
    url: 'https://flood.example',
    baseUrl: '/',
    pages,
    draw,
    pictures: new Map<string, Uint8Array>(),
    listed: new Set<string>(),
    texts: new Map<string, string>(),
    dir,
    output,
    siteDir,
    today: '2026-11-24',
    content,
  };
  await expect(afterBuild(site)).rejects.toThrow('exit 1');
  expect(write.mock.calls.join()).toContain('static/build.json: error: the build writes a file of this name');
});
