import {copyFileSync, globSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {type CheerioAPI, load} from 'cheerio';
import {beforeAll, expect, test} from 'vitest';
import {matcherOf} from '../../../../../src/features/redaction/text-matcher.ts';
import {git} from '../../../support/git.ts';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {squeeze} from '../../../support/sites/built-page.ts';
import {judgeSite} from '../../../support/sites/check-page.ts';
import {readSearchIndex} from '../../../support/sites/search-index.ts';
import {copyToolkit, FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

const WHY = 'The trust has other levels now, and ours mislead.';
const GONE = '/toolkit/priorities/warnings/';

/** A name that the example has in its live pages, its edition, its records and its data. */
const NAME = 'Stonebridge';

let folder = '';
let site = '';
const html = (address: string) => textIn(site, `${address}index.html`);
const open = (address: string): CheerioAPI => load(html(address), {scriptingEnabled: false});

/**
 * A toolkit in which a page was withdrawn, another moved and a heading renamed, then published; a
 * name was removed from all of it, and the result built.
 */
beforeAll(async () => {
  folder = copyToolkit('flood withdrawn', {contentFrom: FLOOD, isWarm: true});
  const run = async (...argv: string[]) => {
    const {code, stdout, stderr} = await runCommand(argv, folder);
    expect({argv, code, said: code === 0 ? '' : stdout + stderr}).toEqual({argv, code: 0, said: ''});
  };
  const study = path.join(folder, 'docs/case-studies/lower-ford-pumps.md');
  const shed = 'They would fit wheels to everything first.';
  const written = ['S&#116;onebridge', '*STONEBRIDGE*'].join(', ');
  const text = readFileSync(study, 'utf8').replace(shed, `${shed} So says ${written}.`);
  writeFileSync(study, text.replace('what: kept dry', 'what: in Stonebridge kept dry'));
  const note = 'The page on one shed says what people in Stonebridge would do first, and which homes stayed dry.';
  await run(
    'new',
    'note',
    '--pages',
    'case-studies/lower-ford-pumps',
    '--significance',
    'major',
    '--note',
    note,
    '--covers',
    'all',
  );
  await run('move', 'case-studies/lower-ford-pumps', 'case-studies/one-shed');
  const wardens = path.join(folder, 'docs/approaches/wardens.md');
  writeFileSync(wardens, readFileSync(wardens, 'utf8').replace('## What a warden does', '## What wardens do'));
  const renamed = 'The section "What a warden does" is now called "What wardens do".';
  await run('new', 'note', '--pages', 'approaches/wardens', '--significance', 'minor', '--note', renamed);
  await run('check', '--fix');
  await run('withdraw', 'priorities/warnings', '--why', WHY, '--replaced-by', 'approaches/wardens');
  await run('publish');
  copyFileSync(path.join(ROOT, 'template/gitignore'), path.join(folder, '.gitignore'));
  git(folder, 'init', '--quiet');
  await run('redact', NAME, '--why', 'Somebody asked for a name to be removed.');
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

test('every page of the site is sound, those that are superseded among them', async () => {
  expect(await judgeSite(site, {url: 'https://flood.example', baseUrl: '/flood/', language: 'en-GB'})).toEqual([]);
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
