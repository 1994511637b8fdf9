import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {beforeAll, expect, test} from 'vitest';
import {editFile, runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {type BuiltPage, openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

/** The texts of authors, in which a page shows what it does not take from the catalogue. */
const CONTENT = [
  'docs',
  'handbook',
  'blog',
  'ledgers',
  'versioned_docs',
  'toolkit.config.ts',
  'extensions.mts',
  'navigation.json',
];

/** The language, and two texts of the publisher. */
const SETTINGS_IN_WELSH = `language: 'cy',
  labels: {'frame.menu': 'Rhestr', 'updates.about': 'Popeth newydd yn {title}.'}`;

let folder = '';
let site = '';

/** The example toolkit with its English texts, as a toolkit in Welsh. */
beforeAll(async () => {
  folder = copyToolkit('flood in Welsh', {contentFrom: FLOOD, isWarm: true});
  editFile(folder, 'toolkit.config.ts', "language: 'en-GB'", SETTINGS_IN_WELSH);
  // One translation of the original as it is, and one of an earlier text.
  const citation = openBuilt(siteFolder('flood'), 'toolkit')('[download$=".ris"]').attr('href') ?? '';
  translate('approaches/wardens', /Fingerprint%20(\w+?)%/.exec(citation)?.[1] ?? '');
  translate('priorities/warnings', '0123456789abcdef');
  site = await build(folder);
}, 240_000);

function translate(id: string, fingerprint: string): void {
  const file = path.join(folder, 'docs', `${id}.md`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^---\n/, `---\ntranslation: {of: index, fingerprint: "${fingerprint}"}\n`));
}

const read = (file: string) => textIn(site, file);

function filesOf(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, {recursive: true, encoding: 'utf8'})
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile());
}

function textOf(names: readonly string[]): string {
  const files = names.flatMap((name) => filesOf(path.join(folder, name)));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** All texts of authors in one line, without the marks of Markdown. */
function contentText(): string {
  return squeeze(textOf(CONTENT).replace(/[*_`\\]/g, ''));
}

/** Attributes with text for readers. */
const TEXT_ATTRIBUTE =
  /^(?:aria-label|title|placeholder|alt|data-(?:to-dark|to-light|found.*|failed|busy|loading|clear))$/;

/** Every text of a page around the text of its author. */
function furniture({html}: Pick<BuiltPage, 'html'>): string[] {
  const $ = load(html, {scriptingEnabled: false});
  $('.prose, .difference, .sentence, .contents ul, script').remove();
  const elements = $('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [node] : []));
  const texts = elements.flatMap(({children}) => children.flatMap((node) => (node.type === 'text' ? [node.data] : [])));
  const attributes = elements.flatMap(({attribs}) =>
    Object.entries(attribs).flatMap(([name, value]) => (TEXT_ATTRIBUTE.test(name) ? [value] : [])),
  );
  const description = $('meta[name="description"]').attr('content') ?? '';
  return [...texts, ...attributes, description].map(squeeze).filter((text) => /\p{L}{2}/u.test(text));
}

/** Names of formats and of keys, which no language translates. */
const SAME = [
  'api_url',
  'Atom',
  'BibTeX',
  'CSV',
  'feed.atom',
  'index.html.md',
  'JSON',
  'JSON Feed',
  'llms.txt',
  'Markdown',
  'null',
  'RIS',
  'total',
  'Cost',
];

test('no text around the content is the same as in English, apart from names of formats', () => {
  const content = contentText();
  const english = new Map(readBuiltPages(siteFolder('flood')).map((page) => [page.file, new Set(furniture(page))]));
  const isContent = (text: string) =>
    SAME.includes(text) || !/\p{L}{2}/u.test(text) || content.includes(text) || /^(\. )?https?:|_/.test(text);
  const left = readBuiltPages(site).flatMap((page) =>
    furniture(page)
      .filter((text) => english.get(page.file)?.has(text))
      // Facts of content are joined by signs.
      .filter(
        (text) =>
          !isContent(text) &&
          !text
            .split(/ \| |: |[,;.] |[.,()]| \d+/)
            .map(squeeze)
            .every(isContent),
      )
      .map((text) => `${page.file}: ${text}`),
  );
  expect(left).toEqual([]);
});

test('a text of the publisher replaces that of the catalogue', () => {
  expect(openBuilt(site, '')('summary').first().text()).toBe('Rhestr');
  expect(openBuilt(site, 'updates')('meta[name="description"]').attr('content')).toBe(
    'Popeth newydd yn Ready for the river.',
  );
});

test('a translated page says that its original has changed since, if it has', () => {
  const notice = 'Mae’r dudalen wreiddiol wedi newid ers ei chyfieithu: Living beside the river.';
  expect(squeeze(openBuilt(site, 'toolkit/priorities/warnings')('.page-body > .notice').text())).toContain(notice);
  expect(squeeze(openBuilt(site, 'toolkit/approaches/wardens')('article').text())).not.toContain(notice);
});

test('every file names the language', () => {
  expect([...new Set(readBuiltPages(site).map(({$}) => $('html').attr('lang')))]).toEqual(['cy']);
  expect(read('updates/feed.atom')).toContain('xml:lang="cy"');
  expect(read('updates/feed.atom')).toContain('Diweddariadau | Ready for the river');
  expect(JSON.parse(read('updates/feed.json'))).toMatchObject({language: 'cy'});
  expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({lang: 'cy'});
  expect(JSON.parse(read('api/index.json'))).toMatchObject({locale: 'cy'});
  expect(read('toolkit/priorities/warnings/index.html')).toContain('"inLanguage":"cy"');
  expect(Object.keys(JSON.parse(read('pagefind/pagefind-entry.json')).languages)).toEqual(['cy']);
});

test('rules that judge English do not run, and others do', async () => {
  const bad = [
    'Mae’r afon wedi cyrraedd lefel uchaf y gaeaf ac mae’r wardeniaid yn gweithio bob nos a phob bore i rybuddio pob tŷ sydd ar lan yr afon rhag y dŵr.',
    '',
    '## CANLLAW MAWR IAWN',
    '',
    'Gwelwyd 45% o’r cartrefi.',
    '',
    'Daeth y dŵr ar 24 Tachwedd 2026.',
    '',
    '[click here](https://river.example/)',
    '',
  ].join('\n');
  const file = path.join(folder, 'docs', 'priorities', 'warnings.md');
  writeFileSync(file, readFileSync(file, 'utf8') + bad);
  const {stdout} = await runCommand(['check', '--format', 'json'], folder);
  const {problems} = JSON.parse(stdout) as {problems: {path: string; rule: string}[]};
  const rules = new Set(
    problems.filter((problem) => problem.path === 'docs/priorities/warnings.md').map(({rule}) => rule),
  );
  expect([...rules]).toEqual(
    expect.arrayContaining(['no-shouted-heading', 'no-figure-without-source', 'no-vague-link']),
  );
  for (const rule of ['no-misspelling', 'no-long-sentence', 'no-hard-page', 'require-date-style'])
    expect(rules).not.toContain(rule);
});
