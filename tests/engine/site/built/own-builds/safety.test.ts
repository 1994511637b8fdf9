import {existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {plantCanaries, sungIn} from '../../../support/canaries.ts';
import {editFile, runCommand, textIn} from '../../../support/run-command.ts';
import {build, tryBuild} from '../../../support/sites/build-toolkit.ts';
import {builtPage} from '../../../support/sites/built-page.ts';
import {judgePage} from '../../../support/sites/check-page.ts';
import {copyToolkit, FLOOD, linkEngine, ROOT, WORK} from '../../../support/toolkits/copy-toolkit.ts';

/** What a contributed page may try; all of it must end as words, or as nothing. */
const ATTACKS = [
  '<script>document.title = "run"</script>',
  '<img src="/favicon.svg" onerror="alert(1)" alt="x">',
  '<iframe src="https://elsewhere.example/"></iframe>',
  '<form action="https://elsewhere.example/"><input name="password"></form>',
  '<style>body { display: none }</style>',
  '<object data="x.swf"></object><embed src="x.swf">',
  '<base href="https://elsewhere.example/">',
  '<svg onload="alert(1)"><script>alert(1)</script></svg>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  'words <b style="position:fixed" onclick="alert(1)">that stay</b>',
  '<details open ontoggle="alert(1)"><summary>words</summary></details>',
  '[a](javascript:alert(1)) [b](vbscript:run) [c](data:text/html,<script>alert(1)</script>)',
  '[d](JaVaScRiPt:alert(1)) <a href="&#106;avascript:alert(1)">e</a>',
  'import fs from "node:fs"',
  'export const ran = fs.writeFileSync("canary", "")',
  '{process.exit(9)} {1 + 1}',
  '<Tabs><TabItem value="a">inside</TabItem></Tabs>',
  '```mdx-code-block\n<script>alert(1)</script>\n```',
];

const FORBIDDEN =
  'script, iframe, form, style, object, embed, base, svg, meta, tabs, input:not([type="checkbox"][disabled])';

/** Code that leaves a file behind when it runs, in a page that says it is MDX. */
const CANARY = `---
title: Canary
slug: /canary
mdx: {format: mdx}
---

import fs from 'node:fs'

export const ran = fs.writeFileSync('canary', '')

The canary sang.
`;

/** Where Docusaurus would take pages from that no check of ours reads, if it were left to its defaults. */
const CANARIES = [
  'docs/canary.mdx',
  'handbook/canary.mdx',
  'blog/canary.mdx',
  'blog/2026/canary.md',
  'i18n/en-GB/docusaurus-plugin-content-docs/current/approaches/wardens.md',
  'i18n/en-GB/docusaurus-plugin-content-docs/current/case-studies/lower-ford-pumps.md',
  'i18n/en-GB/docusaurus-plugin-content-docs/version-2026-11/index.md',
  'i18n/en-GB/docusaurus-plugin-content-docs-handbook/current/canary.md',
  'i18n/en-GB/docusaurus-plugin-content-blog/canary.md',
  'i18n/en-GB/docusaurus-plugin-content-pages/canary.md',
];

/** A copy of the second toolkit with a page that tries everything. */
function copyWithAttack(name: string, options: {copyCode?: boolean} = {}): string {
  const folder = copyToolkit(name, {contentFrom: FLOOD, ...options});
  // No rule may ask what became of the texts that were published.
  for (const part of ['blog/_published', 'ledgers/addresses/live.json'])
    rmSync(path.join(folder, part), {recursive: true});
  editFile(folder, 'toolkit.config.ts', /^ {2}launched: .*\n/m, '');
  const file = path.join(folder, 'docs/priorities/warnings.md');
  const sound = readFileSync(file, 'utf8');
  const frontMatter = sound.slice(0, sound.indexOf('\n---\n') + 5);
  writeFileSync(file, `${frontMatter}\n## Three levels\n\n${ATTACKS.join('\n\n')}\n`);
  return folder;
}

test('hostile files stop a build that no check came before, with a report and no stack, and nothing is built', async () => {
  const folder = copyWithAttack('flood attack refused');
  editFile(folder, 'docs/priorities/warnings.md', /\n---\n/, '\nmdx: {format: mdx}\n---\n');
  writeFileSync(path.join(folder, 'docs/run.mdx'), 'export const ran = process.exit(7);\n');
  writeFileSync(path.join(folder, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).toContain('docs/run.mdx: error: this kind of file does not belong in this folder');
  expect(output).toContain('unknown key `mdx`');
  expect(output).toContain('[no-page-code]');
  expect(output).toContain('[no-unsafe-address]');
  expect(output).not.toMatch(/^\s+at /m);
  for (const name of ['canary', 'build']) expect(existsSync(path.join(folder, name)), name).toBe(false);
});

test('if the gate let it through, it would be built as harmless words', async () => {
  const folder = copyWithAttack('flood attack', {copyCode: true});
  writeFileSync(
    path.join(folder, 'engine/src/site/plugin/content-gate.ts'),
    "import {loadToolkit} from '../../io/load-toolkit.ts';\nexport const loadSafeToolkit = (siteDir) => loadToolkit(siteDir);\nexport const withMarkdown = (toolkit) => toolkit;\nexport const explainErrors = () => undefined;\n",
  );
  for (const file of CANARIES) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), CANARY);
  }
  const translation = {'theme.common.skipToMainContent': {message: 'The canary sang.'}};
  writeFileSync(path.join(folder, 'i18n/en-GB/code.json'), JSON.stringify(translation));
  plantCanaries(folder, ['pagefind', 'npm']);
  const site = await build(folder);
  expect(sungIn(folder)).toEqual([]);
  const file = 'toolkit/priorities/warnings/index.html';
  const page = builtPage(file, textIn(site, file));
  const {$} = page;
  expect(judgePage(page, {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'})).toEqual([]);
  expect(
    $('.prose')
      .find(FORBIDDEN)
      .toArray()
      .map((element) => $.html(element)),
  ).toEqual([]);
  // A citation is plain text that the browser saves.
  const addresses = $('article [href], article [src]')
    .not('.cite a[download][href^="data:text/plain;"]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');
  expect(addresses.filter((address) => /^\s*(javascript|vbscript|data):/i.test(address))).toEqual([]);
  expect($('article').text()).toContain('words that stay');
  expect($('article').text()).toContain('{1 + 1}');
  for (const built of globSync('**/*.{html,xml,json,atom,md,js}', {cwd: site})) {
    expect(textIn(site, built), built).not.toContain('canary sang');
  }
  expect(existsSync(path.join(folder, 'canary'))).toBe(false);
});

test('a path reaches no file besides pages, pictures and downloads, and the build says which do not', async () => {
  const paths = ['../../package.json', '@site/package.json', '!!raw-loader!../../package.json', '/..%2fpackage.json'];
  const pictures = [...paths, '%E0.png', '/%E0.png'];
  const folder = path.join(WORK, 'hostile-paths');
  rmSync(folder, {recursive: true, force: true});
  const made = await runCommand(['create', 'hostile-paths', '--yes', '--no-install', '--no-case-studies'], WORK);
  expect(made).toMatchObject({code: 0});
  linkEngine(folder, ROOT);
  const start = textIn(folder, 'docs/index.md');
  writeFileSync(path.join(folder, 'docs/water.md'), start.replace(/^title: .*$/m, 'title: Water'));
  editFile(folder, 'navigation.json', '"index"', '"index", "water"');
  editFile(folder, 'toolkit.config.ts', /baseUrl: '.*'/, "baseUrl: '/'");
  editFile(folder, 'docs/index.md', /$/, `\n${paths.map((file) => `[a](${file}) `).join('')}\n`);
  editFile(folder, 'docs/water.md', /$/, `\n${pictures.map((file) => `![a](${file}) `).join('')}\n`);
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  // Two of them mean the same file as a link and as a picture.
  expect(output.match(/docs\/(index|water)\.md: error: .* leads nowhere/g)).toHaveLength(8);
  expect(output).toContain('8 errors in 2 files');
});
