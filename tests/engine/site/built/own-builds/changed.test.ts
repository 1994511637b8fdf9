import {copyFileSync, existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {type CheerioAPI, load} from 'cheerio';
import {beforeAll, expect, test} from 'vitest';
import {matcherOf} from '../../../../../src/features/redaction/text-matcher.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {pageExample} from '../../../../../src/rules/examples/example-files.ts';
import {plantCanaries, sungIn} from '../../../support/canaries.ts';
import {git} from '../../../support/git.ts';
import {draftProposal} from '../../../support/intake/draft-proposal.ts';
import {expectHarmless, hostileAnswers} from '../../../support/intake/hostile-proposal.ts';
import {issueOf, soundAnswers} from '../../../support/intake/proposal.ts';
import {editFile, runCommand, textIn} from '../../../support/run-command.ts';
import {build, tryBuild} from '../../../support/sites/build-toolkit.ts';
import {squeeze} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {readSearchIndex} from '../../../support/sites/search-index.ts';
import {copyToolkit, FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

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

const WHY = 'The trust has other levels now, and ours mislead.';
const GONE = '/toolkit/priorities/warnings/';

/** A name that the example has in its live pages, its edition, its records and its data. */
const NAME = 'Stonebridge';

/** The page that tries everything. */
const ATTACK = 'toolkit/priorities/attack/index.html';

/** A case study that was proposed with the form. */
const PROPOSED = 'toolkit/case-studies/anytown-evening-help-for-people-who-look/';

let folder = '';
let site = '';
const html = (address: string) => textIn(site, `${address}index.html`);
const open = (address: string): CheerioAPI => load(html(address), {scriptingEnabled: false});

async function run(...argv: string[]): Promise<void> {
  const {code, stdout, stderr} = await runCommand(argv, folder);
  expect({argv, code, said: code === 0 ? '' : stdout + stderr}).toEqual({argv, code: 0, said: ''});
}

/** Withdraws a page, moves another with a name in it, and renames a heading. */
async function changePages(): Promise<void> {
  const study = 'docs/case-studies/lower-ford-pumps.md';
  const shed = 'They would fit wheels to everything first.';
  editFile(folder, study, shed, `${shed} So says ${['S&#116;onebridge', '*STONEBRIDGE*'].join(', ')}.`);
  editFile(folder, study, 'what: kept dry', 'what: in Stonebridge kept dry');
  const note = 'The page on one shed says what people in Stonebridge would do first, and which homes stayed dry.';
  const ofStudy = ['--pages', 'case-studies/lower-ford-pumps', '--significance', 'major', '--covers', 'all'];
  await run('new', 'note', ...ofStudy, '--note', note);
  await run('move', 'case-studies/lower-ford-pumps', 'case-studies/one-shed');
  editFile(folder, 'docs/approaches/wardens.md', '## What a warden does', '## What wardens do');
  const renamed = 'The section "What a warden does" is now called "What wardens do".';
  await run('new', 'note', '--pages', 'approaches/wardens', '--significance', 'minor', '--note', renamed);
  await run('check', '--fix');
  await run('withdraw', 'priorities/warnings', '--why', WHY, '--replaced-by', 'approaches/wardens');
}

/** Makes a page of what was typed into the form, as its job does. */
async function propose(answers: ReturnType<typeof soundAnswers>, number = 12): Promise<void> {
  await draftProposal(folder, issueOf(loadConfig(folder), answers, {number}));
}

/** Puts what might run wherever Docusaurus or a tool might look for it, and removes the gate before the build. */
function attack(): void {
  writeFileSync(
    path.join(folder, 'engine/src/site/plugin/content-gate.ts'),
    "import {loadToolkit} from '../../io/load-toolkit.ts';\nexport const loadSafeToolkit = (siteDir) => loadToolkit(siteDir);\nexport const loadServedToolkit = loadSafeToolkit;\nexport const withMarkdown = (toolkit) => toolkit;\nexport const explainErrors = () => undefined;\n",
  );
  const page = pageExample('Attack', 'priorities: [warnings]\n', ATTACKS.join('\n\n'));
  writeFileSync(path.join(folder, 'docs/priorities/attack.md'), page);
  for (const file of CANARIES) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), CANARY);
  }
  const translation = {'theme.common.skipToMainContent': {message: 'The canary sang.'}};
  writeFileSync(path.join(folder, 'i18n/en-GB/code.json'), JSON.stringify(translation));
  plantCanaries(folder, ['pagefind', 'npm']);
}

/**
 * A toolkit in which a page was withdrawn, another moved and a heading renamed, a study was proposed, then all was
 * published; a hostile proposal waits, a name was removed from all of it, a hostile page got past the gate, and the
 * result was built.
 */
beforeAll(async () => {
  folder = copyToolkit('flood changed', {contentFrom: FLOOD, copyCode: true});
  await changePages();
  const config = loadConfig(folder);
  await propose(soundAnswers(config));
  await run('publish');
  await propose(hostileAnswers(config), 13);
  copyFileSync(path.join(ROOT, 'template/gitignore'), path.join(folder, '.gitignore'));
  git(folder, 'init', '--quiet');
  await run('redact', NAME, '--why', 'Somebody asked for a name to be removed.');
  attack();
  site = await build(folder);
}, 240_000);

test('a withdrawn page stays at its address, and says at its top since when, why and what to read instead', () => {
  const $ = open(GONE);
  const notice = $('article > :first-child');
  const said = notice
    .find('p')
    .toArray()
    .map((line) => squeeze($(line).text()));
  expect(said).toEqual([
    `This page was withdrawn on 24 November 2026. ${WHY}`,
    'Read instead: Flood wardens.',
    'The text remains here so that links to it still work.',
  ]);
  expect(notice.find('time').attr('datetime')).toBe('2026-11-24');
  expect(notice.find('a').attr('href')).toBe('/flood/toolkit/approaches/wardens/');
  expect($('#three-levels').length).toBe(1);
});

test('machines are led to what holds: one canonical address, no entry in the sitemap or the search, an end in structured data', () => {
  const $ = open(GONE);
  expect(
    $('link[rel="canonical"]')
      .toArray()
      .map((link) => link.attribs.href),
  ).toEqual(['https://flood.example/flood/toolkit/approaches/wardens/']);
  expect($('meta[name="robots"]').length).toBe(0);
  expect(textIn(site, 'sitemap.xml')).not.toContain('/priorities/warnings/');
  expect(readSearchIndex(site).has(GONE)).toBe(false);
  const data = $('script[type="application/ld+json"]')
    .toArray()
    .map((script) => JSON.parse($(script).text()));
  expect(data.find((datum) => datum['@type'] === 'Article')).toMatchObject({
    creativeWorkStatus: 'Obsolete',
    expires: '2026-11-24',
  });
});

test('no list offers a withdrawn page, and those that name it say so', () => {
  for (const address of ['/', '/case-studies/', '/toolkit/approaches/wardens/', '/figures/']) {
    const $ = open(address);
    $('.prose').remove();
    expect($(`a[href="/flood${GONE}"]`).length, address).toBe(0);
  }
  const told = open('/updates/')(`.entry-list .change-lines strong:has(a[href="/flood${GONE}"])`);
  expect(squeeze(told.first().text())).toContain('Warnings that arrive in time (withdrawn)');
  const listed = open('/search/')(`a[href="/flood${GONE}"]`).parent();
  expect(squeeze(listed.text())).toBe('Warnings that arrive in time (withdrawn)');
  const update = open('/updates/2026-11-24/');
  expect(squeeze(update('main').text())).toContain('Warnings that arrive in time (withdrawn)');
  expect(squeeze(update('main').text())).toContain(WHY);
  expect(squeeze(open('/toolkit/document/')('.document-contents').text())).toContain(
    'Warnings that arrive in time (withdrawn)',
  );
});

test('the page as an edition froze it says what became of it, and leads to what holds', () => {
  const $ = open('/toolkit/2026-11/priorities/warnings/');
  expect(squeeze($('main > .notice, .notice').first().text())).toContain(
    `The live page was withdrawn on 24 November 2026: ${WHY} Read instead: Flood wardens.`,
  );
  expect($('link[rel="canonical"]').attr('href')).toBe(
    'https://flood.example/flood/toolkit/2026-11/priorities/warnings/',
  );
  const found = readSearchIndex(site, 'pagefind/editions').get('/toolkit/2026-11/priorities/warnings/');
  expect(found?.meta.kind).toBe('Guidance, withdrawn since');
});

test('the old address of a page that moved leads on, and its page in an edition leads to where it is now', () => {
  const $ = open('/toolkit/case-studies/lower-ford-pumps/');
  expect($('meta[http-equiv="refresh"]').attr('content')).toContain('/flood/toolkit/case-studies/one-shed/');
  const edition = open('/toolkit/2026-11/case-studies/lower-ford-pumps/');
  expect(edition('.notice a').first().attr('href')).toBe('/flood/toolkit/case-studies/one-shed/');
  expect(edition('link[rel="canonical"]').attr('href')).toBe(
    'https://flood.example/flood/toolkit/2026-11/case-studies/lower-ford-pumps/',
  );
  const older = open('/updates/2026-11-02/')('main a[href*="case-studies"]').first();
  expect(older.attr('href')).toBe('/flood/toolkit/case-studies/one-shed/');
});

test('every page of the site is sound, those that are superseded among them', () => {
  const faults = judgeSite(site, {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'});
  // The hostile study has a heading named like its list of sources, and so the same id.
  expect(faults.filter((fault) => !/anytown-quotes.*: has an id twice|id twice: .*anytown-quotes/.test(fault))).toEqual(
    [],
  );
});

/** What a file has, decompressed. */
function contentOf(file: string): Buffer {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

test('a name that was removed is in no file of the toolkit, its build and its caches, and every kind of file was searched', () => {
  const matcher = matcherOf(NAME);
  const wide = Buffer.from(NAME, 'utf16le');
  const folders = ['build', '.docusaurus', 'node_modules/.cache', 'blog', 'docs', 'ledgers', 'versioned_docs'];
  const files = folders.flatMap((name) => globSync(`${name}/**/*.*`, {cwd: folder, exclude: ['**/compiled/**']}));
  const searched = new Set<string>();
  for (const file of files.filter((name) => statSync(path.join(folder, name)).isFile())) {
    const content = contentOf(path.join(folder, file));
    const text = content.toString();
    // The index of the search has the stems of words.
    expect(matcher.isIn(text) || /stonebridg/i.test(text) || content.includes(wide), file).toBe(false);
    if ((file.endsWith('.pf_index') ? /remov/ : /\(removed\)/).test(text))
      searched.add(`${file.split('/', 1)} ${/(?:\.[a-z_]+)+$/.exec(file)}`);
  }
  const [pages, data] = [
    ['.html', '.html.md'],
    ['.csv', '.json', '.pf_fragment', '.pf_index'],
  ];
  const built = ['.atom', ...pages, ...data].map((kind) => `build ${kind}`);
  const kept = ['.docusaurus .json', 'node_modules .bin', 'blog .md', 'docs .md', 'versioned_docs .md'];
  expect([...searched]).toEqual(expect.arrayContaining([...built, ...kept]));
});

test('a study that was proposed with the form is published, and a hostile one is shown as it was typed', () => {
  const study = open(PROPOSED);
  expect(study('h1').text()).toBe(soundAnswers(loadConfig(folder))['study-title']);
  expect(squeeze(study('.history').text())).toContain('First published: 24 November 2026.');
  expect(squeeze(open('/updates/2026-11-24/')('main').text())).toContain('how Anytown opened its hall');
  expectHarmless(site);
});

test('if the gate let it through, a hostile page is built as harmless text, and no code of it runs', () => {
  expect(sungIn(folder)).toEqual([]);
  const $ = load(textIn(site, ATTACK));
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

test('hostile files stop a build that no check came before, with a report and no stack, and nothing is built', async () => {
  const refused = copyToolkit('flood refused', {contentFrom: FLOOD});
  const page = pageExample('Attack', 'mdx: {format: mdx}\n', ATTACKS.join('\n\n'));
  writeFileSync(path.join(refused, 'docs/priorities/attack.md'), page);
  writeFileSync(path.join(refused, 'docs/run.mdx'), 'export const ran = process.exit(7);\n');
  writeFileSync(path.join(refused, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  const {code, output} = await tryBuild(refused);
  expect(code).toBe(1);
  expect(output).toContain('docs/run.mdx: error: this kind of file does not belong in this folder');
  expect(output).toContain('unknown key `mdx`');
  expect(output).toContain('[no-page-code]');
  expect(output).toContain('[no-unsafe-address]');
  expect(output).not.toMatch(/^\s+at /m);
  for (const name of ['canary', 'build']) expect(existsSync(path.join(refused, name)), name).toBe(false);
});
