import {globSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {pageExample} from '../../../../../src/rules/examples/example-files.ts';
import {editFile, runCommand, textIn} from '../../../support/run-command.ts';
import {build, tryBuild} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages} from '../../../support/sites/built-page.ts';
import {linkEngine, ROOT, WORK} from '../../../support/toolkits/copy-toolkit.ts';

/** Pages at the root, a language and keys that they leave out. */
const SETTINGS = `defineToolkit({
  downloads: ['docx', 'txt'],
  labels: {'review.owner': 'Responsable'},
  pages_at: '/',
  defaults: {owner: 'editor', review_every: '2 years'},
`;

const HEADER = [
  {label: 'Homes', to: '/homes/'},
  {label: 'River trust', to: 'https://river-trust.example/'},
];

const folder = path.join(WORK, 'pages only');
let site = '';

/** Sites of others, whose pages the toolkit imports: what each import could not carry over is in the reports. */
const IMPORTED = path.join(ROOT, 'tests/engine/fixtures/import');
let reports = '';

/** A toolkit of pages only, without case studies, scales and host, with settings of its own, built for colleagues. */
beforeAll(async () => {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(WORK, {recursive: true});
  const run = async (...argv: string[]) =>
    expect(await runCommand(argv, folder), argv.join(' ')).toMatchObject({code: 0});
  const options = ['--yes', '--no-install', '--no-case-studies', '--host', 'none'];
  expect(await runCommand(['create', path.basename(folder), ...options], WORK)).toMatchObject({code: 0});
  linkEngine(folder, ROOT);
  editFile(folder, 'toolkit.config.ts', 'defineToolkit({', SETTINGS);
  editFile(folder, 'toolkit.config.ts', "language: 'en-GB'", "language: 'fr'");
  editFile(folder, 'toolkit.config.ts', 'manual: false', 'manual: true');
  const homes = pageExample(
    'Homes',
    '',
    'See [the form](/forms/grant.docx), [the plan](/plan.pdf), [the guides](/guides/guides.md) and [the start](/index.md).',
  ).replace(/^(owner|review_every): .*\n/gm, '');
  const files = {
    'docs/homes.md': homes,
    'docs/été.md': homes.replace('Homes', 'L’été'),
    'docs/guides/guides.md': homes.replace('Homes', 'Guides'),
    'navigation.json': JSON.stringify({
      header: HEADER,
      footer: [],
      sidebars: {toolkit: ['index', 'homes', 'été', 'guides/guides']},
    }),
    'static/forms/grant.docx': `PK\x03\x04${' '.repeat(1500)}`,
    'static/plan.pdf': '%PDF-1.7\n',
    'static/custom.css': 'h1 {color: #123456}\n',
    'languages/fr.json': JSON.stringify({
      'frame.staging': 'Site d’essai',
      'history.first': 'Première publication : <date/>.',
    }),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  // The first page is that of the wiki.
  rmSync(path.join(folder, 'docs/index.md'));
  for (const name of ['wiki', 'docusaurus', 'mkdocs', 'folder']) {
    await run('import', path.join(IMPORTED, name));
    reports += textIn(folder, 'report/import.md');
  }
  const {stdout} = await runCommand(['check'], folder);
  const errors = [...stdout.matchAll(/^(.+?):.* error: .*\[([a-z-]+)\]$/gm)];
  expect([...new Set(errors.map(([, , rule]) => rule))]).toEqual(['no-unwritten-text']);
  for (const file of new Set(errors.map(([, name = '']) => name))) editFile(folder, file, /Write here: /g, '');
  await run('publish', '--launch');
  await run('publish', '--edition');
  await run('generate');
  await run('check');
  site = await build(folder, {TOOLKIT_STAGING: '1'});
}, 240_000);

const read = (file: string) => textIn(site, file);

/** Letters and digits of the text of Markdown, without where links lead. */
const wordsOf = (text: string) =>
  text.replaceAll(/\]\([^)\s]*\)|\{[^{}]{1,20}\}|what readers saw in|[^\p{L}\p{N}{]+|\{/gu, '');

test('a link to a download shows its type and size, and hosts serve it as an attachment', () => {
  const links = openBuilt(site, 'homes/')('.prose > :not(.below-answer) a[href*="."]').toArray();
  expect(links.map((link) => openBuilt(site, 'homes/')(link).text())).toEqual([
    'the form (DOCX, 2\u202fko)',
    'the plan',
  ]);
  expect(read('_headers')).toContain('/forms/grant.docx*\n  Content-Disposition: attachment\n');
  expect(read('nginx.conf')).toContain('location "/forms/grant.docx" {');
});

test('every page loads the style sheet of the publisher last', () => {
  for (const {$, file, isRedirect} of readBuiltPages(site))
    if (!isRedirect) expect($('link[rel="stylesheet"]').last().attr('href'), file).toBe('/custom.css');
});

test('a site for colleagues says so, and hides from search engines and feed readers', () => {
  for (const {$, file, isRedirect} of readBuiltPages(site)) {
    if (isRedirect) continue;
    expect($('meta[name="robots"]').attr('content'), file).toBe('noindex');
    expect($('head link[type="application/atom+xml"]').length, file).toBe(0);
    expect($('.preview-banner').text(), file).toBe('Site d’essai');
  }
  expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  expect(read('_headers')).toContain('X-Robots-Tag: noindex');
});

test('pages can be at the root, where the first one is the home page', () => {
  expect(openBuilt(site, '')('h1').text()).toBe('Home');
  const $ = openBuilt(site, 'homes/');
  expect($('.prose > :not(.below-answer) a').last().attr('href')).toBe('/');
  expect($('link[rel="canonical"]').attr('href')).toBe('https://toolkit.example/homes/');
  expect(openBuilt(site, '2026-11/homes/')('h1').text()).toBe('Homes');
  expect(openBuilt(site, 'guides/')('h1').text()).toBe('Guides');
  expect(readBuiltPages(site).filter(({file}) => file.startsWith('toolkit/') && !file.includes('document'))).toEqual(
    [],
  );
  expect(textIn(site, '../ledgers/addresses/live.json')).toContain('"address": "/homes/"');
});

test('every heading and paragraph of an imported site is on a built page, or in the report', () => {
  const built = readBuiltPages(site).map(({$}) => $('h1, .prose').text());
  const found = wordsOf([...built, reports].join('|'));
  for (const file of globSync('*/**/*.{md,mdx}', {cwd: IMPORTED})) {
    const [, part = ''] = file.split(path.sep);
    if (reports.includes(`\n- ${part}\n`)) continue;
    const body = textIn(IMPORTED, file).replace(/^---\n[\s\S]*?\n---\n/, '');
    const lines = body.split('\n').filter((line) => /^#|^(?: {4})?[A-Z]|^[*|-] /.test(line));
    for (const line of lines) expect(found.includes(wordsOf(line)), `${file}: ${line}`).toBe(true);
  }
  expect(textIn(folder, 'navigation.json')).toContain('"label": "How to"');
});

test('the menu has the links of the publisher, and a page what it leaves out', () => {
  const $ = openBuilt(site, 'homes/');
  const links = $('.main-nav a').toArray();
  expect(links.map((link) => ({label: $(link).text(), to: $(link).attr('href')}))).toEqual(HEADER);
  expect($('.review').text()).toContain('ResponsableEditor');
});

test('a language that the engine does not have is a file of texts, which `generate` completes with English', () => {
  const texts = JSON.parse(textIn(site, '../languages/fr.json'));
  expect(texts).toMatchObject({'frame.staging': 'Site d’essai', 'review.owner': 'Responsable', 'names.home': 'Home'});
  const $ = openBuilt(site, 'été/');
  expect($('html').attr('lang')).toBe('fr');
  expect($('h1').text()).toBe('L’été');
  expect($('.history').text()).toContain('Première publication : 24 novembre 2026');
  expect(read('updates/2026-11-24/index.html')).toContain('The toolkit is public, with 15 guidance pages.');
  expect(read('homes/feed.atom')).toContain('The toolkit is public');
  expect(JSON.parse(read('pagefind/pagefind-entry.json')).languages).toHaveProperty('fr');
});

test('no word of case studies, scales or a host is left', () => {
  // The manual is about the engine.
  const pages = readBuiltPages(site).filter(({file}) => !file.startsWith('contribute/'));
  expect(pages.length).toBeGreaterThan(8);
  const words = /case stud|propos|rating|github/i;
  expect(pages.filter(({$}) => words.test($('body').text())).map(({file}) => file)).toEqual([]);
  expect(openBuilt(site, 'figures/')('main').text()).toContain('No page has figures');
});

test('a path reaches no file besides pages, pictures and downloads, and the build says which do not', async () => {
  const paths = ['../../package.json', '@site/package.json', '!!raw-loader!../../package.json', '/..%2fpackage.json'];
  const pictures = [...paths, '%E0.png', '/%E0.png'];
  const note = '\nchanges: [{note: The page links to other files., significance: minor}]\n---\n';
  const written = {index: paths.map((file) => `[a](${file}) `), homes: pictures.map((file) => `![a](${file}) `)};
  for (const [name, links] of Object.entries(written)) {
    editFile(folder, `docs/${name}.md`, '\n---\n', note);
    editFile(folder, `docs/${name}.md`, /$/, `\n${links.join('')}\n`);
  }
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  // Three of them mean the same file as a link and as a picture, or from both pages.
  expect(output.match(/docs\/(index|homes)\.md: error: .* leads nowhere/g)).toHaveLength(7);
  expect(output).toContain('7 errors in 2 files');
});
