import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {build, tryBuild} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages} from '../../../support/sites/built-page.ts';
import {copyToolkit} from '../../../support/toolkits/copy-toolkit.ts';
import {soundFiles} from '../../../support/toolkits/sound-toolkit.ts';

let site = '';
let refused = '';

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
    'docs/priorities/homes.md': homes.replace('Words.', 'See [the form](/forms/grant.docx) and [the plan](/plan.pdf).'),
    'toolkit.config.ts': config.replace('{', '{downloads: ["docx"],'),
    'navigation.json': '{"footer": []}\n',
    'sidebars.ts': "import navigation from './navigation.json';\n\nexport default navigation.sidebars;\n",
    'static/forms/grant.docx': `PK\x03\x04${' '.repeat(1500)}`,
    'static/plan.pdf': '%PDF-1.7\n',
    'static/custom.css': 'h1 {color: #123456}\n',
    'static/build.json': '{}\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  const {code, output} = await tryBuild(folder);
  refused = `${code} ${output}`;
  rmSync(path.join(folder, 'static/build.json'));
  site = await build(folder, {TOOLKIT_STAGING: '1'});
}, 240_000);

const read = (file: string) => readFileSync(path.join(site, file), 'utf8');

test('a link to a download shows its type and size, and hosts serve it as an attachment', () => {
  const links = openBuilt(site, 'toolkit/priorities/homes/')('.prose a[href*="."]').toArray();
  expect(links.map((link) => openBuilt(site, 'toolkit/priorities/homes/')(link).text())).toEqual([
    'the form (DOCX, 2 kB)',
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
    expect($('.preview-banner').text(), file).toBe('Staging: for checking, not published');
  }
  expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  expect(read('_headers')).toContain('X-Robots-Tag: noindex');
});

test('a file in `static/` that the build would replace is an error', () => {
  expect(refused).toMatch(/^1 /);
  expect(refused).toContain('static/build.json');
  expect(refused).toContain('the build writes a file of this name');
});
