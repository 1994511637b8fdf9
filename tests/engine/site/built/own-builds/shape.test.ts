import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {placePagesAt} from '../../../../../src/content/addresses/addresses.ts';
import {runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages} from '../../../support/sites/built-page.ts';
import {copyToolkit} from '../../../support/toolkits/copy-toolkit.ts';
import {soundFiles} from '../../../support/toolkits/sound-toolkit.ts';

/** Pages at the root, and keys that they leave out. */
const SETTINGS = `{
  downloads: ["docx"],
  language: "fr",
  labels: {"review.owner": "Responsable"},
  pages_at: "/",
  defaults: {owner: "editor", review_every: "2 years"},
  rules: {'no-hard-page': 'off'},
`;

const HEADER = [
  {label: 'Homes', to: '/priorities/homes/'},
  {label: 'River trust', to: 'https://river-trust.example/'},
];

let site = '';

/** A toolkit with settings of its own, built for colleagues. */
beforeAll(async () => {
  const {
    'docs/index.md': start = '',
    'toolkit.config.ts': config = '',
    'docs/priorities/homes.md': homes = '',
  } = soundFiles();
  const folder = copyToolkit('shape', {contentFrom: [], isWarm: true});
  const files = {
    'docs/index.md': start,
    'docs/priorities/homes.md': homes
      .replace(/^(owner|review_every): .*\n/gm, '')
      .replace('Words.', 'See [the form](/forms/grant.docx), [the plan](/plan.pdf) and [the start](/index.md).'),
    'toolkit.config.ts': config.replace('{', SETTINGS),
    'navigation.json': JSON.stringify({
      header: HEADER,
      footer: [],
      sidebars: {toolkit: ['index', 'priorities/homes', 'priorities/été']},
    }),
    'sidebars.ts': "import navigation from './navigation.json';\n\nexport default navigation.sidebars;\n",
    'static/forms/grant.docx': `PK\x03\x04${' '.repeat(1500)}`,
    'static/plan.pdf': '%PDF-1.7\n',
    'static/custom.css': 'h1 {color: #123456}\n',
    'languages/fr.json': JSON.stringify({
      'frame.staging': 'Site d’essai',
      'history.first': 'Première publication : <date/>.',
    }),
    'docs/priorities/été.md': homes.replace('Homes', 'L’été'),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  expect(await runCommand(['publish', '--launch'], folder)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['publish', '--edition'], folder)).toMatchObject({code: 0, stderr: ''});
  expect(await runCommand(['generate'], folder)).toMatchObject({code: 0, stderr: ''});
  site = await build(folder, {TOOLKIT_STAGING: '1'});
}, 240_000);

afterAll(() => placePagesAt('/toolkit/'));

const read = (file: string) => textIn(site, file);

test('a link to a download shows its type and size, and hosts serve it as an attachment', () => {
  const links = openBuilt(site, 'priorities/homes/')('.prose a[href*="."]').toArray();
  expect(links.map((link) => openBuilt(site, 'priorities/homes/')(link).text())).toEqual([
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
  expect(openBuilt(site, '')('h1').text()).toBe('Start');
  const $ = openBuilt(site, 'priorities/homes/');
  expect($('.prose a').last().attr('href')).toBe('/');
  expect($('link[rel="canonical"]').attr('href')).toBe('https://flood.example/priorities/homes/');
  expect(openBuilt(site, '2026-11/priorities/homes/')('h1').text()).toBe('Homes');
  expect(readBuiltPages(site).filter(({file}) => file.startsWith('toolkit/') && !file.includes('document'))).toEqual(
    [],
  );
  expect(textIn(site, '../ledgers/addresses/live.json')).toContain('"address": "/priorities/homes/"');
});

test('the menu has the links of the publisher, and a page what it leaves out', () => {
  const $ = openBuilt(site, 'priorities/homes/');
  const links = $('.main-nav a').toArray();
  expect(links.map((link) => ({label: $(link).text(), to: $(link).attr('href')}))).toEqual(HEADER);
  expect($('.review').text()).toContain('ResponsableEditor');
});

test('a language that the engine does not have is a file of texts, which `generate` completes with English', () => {
  const texts = JSON.parse(textIn(site, '../languages/fr.json'));
  expect(texts).toMatchObject({'frame.staging': 'Site d’essai', 'review.owner': 'Responsable', 'names.home': 'Home'});
  const $ = openBuilt(site, 'priorities/été/');
  expect($('html').attr('lang')).toBe('fr');
  expect($('h1').text()).toBe('L’été');
  expect($('.history').text()).toContain('Première publication : 24 novembre 2026');
  expect(read('updates/2026-11-24/index.html')).toContain('The toolkit is public, with 3 guidance pages.');
  expect(read('priorities/homes/feed.atom')).toContain('The toolkit is public');
  expect(JSON.parse(read('pagefind/pagefind-entry.json')).languages).toHaveProperty('fr');
});
