import {appendFileSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {load} from 'cheerio';
import {beforeAll, expect, test} from 'vitest';
import {useSite} from '../../support/browser/open-browser.ts';
import {startRepository} from '../../support/git.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {siteFolder} from '../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';

const site = useSite(siteFolder('flood'), '/flood/');
const PICTURE = 'docs/case-studies/lower-ford-pumps.md';

let cwd = '';
beforeAll(() => {
  cwd = copyToolkit('flood-preview', {contentFrom: FLOOD});
  symlinkSync(siteFolder('flood'), path.join(cwd, 'build'));
  writeFileSync(path.join(cwd, '.gitignore'), '/build\n/node_modules\n');
  startRepository(cwd);
});

const preview = () => runCommand(['job', 'preview-changed-pages', 'HEAD'], cwd);

test('without a changed page there is no preview', async () => {
  expect(await preview()).toEqual({code: 0, stdout: '', stderr: ''});
});

test('changed pages are shown whole, in one file that loads nothing and runs nothing', async () => {
  for (const file of ['docs/index.md', PICTURE]) appendFileSync(path.join(cwd, file), '\nMore.\n');
  const {stdout} = await preview();
  const file = path.join(folderWith({'changed-pages.html': stdout}), 'changed-pages.html');
  const {page, foreign, complaints} = await site.open('/flood/');
  foreign.length = 0;
  const address = pathToFileURL(file).href;
  await page.goto(address);
  const [, start, study] = page.frames();
  for (const frame of [start, study]) {
    expect(await frame?.locator('h1').isVisible()).toBe(true);
    const font = frame?.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await font).not.toBe('rgba(0, 0, 0, 0)');
  }
  expect(await study?.locator('h1').textContent()).toBe(
    load(readFileSync(path.join(cwd, 'build/toolkit/case-studies/lower-ford-pumps/index.html')))('h1').text(),
  );
  const pictures = (await Promise.all(page.frames().map((frame) => frame.locator('img').all()))).flat();
  for (const picture of pictures) {
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  expect(pictures.length).toBeGreaterThan(0);
  // A link to another page opens the live one in a tab of its own; a link to a heading stays.
  const links = load(load(stdout)('iframe').eq(1).attr('srcdoc') ?? '')('a').toArray();
  for (const {attribs} of links) {
    // A citation is a file in its link.
    if (attribs.download === undefined && !attribs.href?.startsWith('#'))
      expect(attribs).toMatchObject({href: expect.stringMatching(/^(https?|mailto):/), target: '_blank'});
  }
  expect(links.some(({attribs}) => attribs.href?.startsWith('https://flood'))).toBe(true);
  expect(foreign).toEqual([address]);
  expect(complaints).toEqual([]);
});
