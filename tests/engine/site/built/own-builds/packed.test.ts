import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {auditSite} from '../../../support/browser/audit-site.ts';
import {canUseDecap} from '../../../support/browser/editor-form.ts';
import {editFile, textIn} from '../../../support/run-command.ts';
import {TODAY} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, squeeze} from '../../../support/sites/built-page.ts';
import {linkEngine, ROOT, WORK} from '../../../support/toolkits/copy-toolkit.ts';
import {PACKED_ENGINE} from '../../../support/toolkits/pack-engine.ts';

const hasEditor = await canUseDecap();

const FOLDER = path.join(WORK, 'created');
const NAME = 'museums';
const TOOLKIT = path.join(FOLDER, NAME);

/** Runs a program of the packed engine, as the scripts of a toolkit do. */
function run(program: string, cwd: string, ...args: string[]): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [path.join(PACKED_ENGINE, 'bin', program), ...args], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, TOOLKIT_TODAY: TODAY, NO_COLOR: '1'},
  });
  return {status, output: stdout + stderr};
}

/** As `docusaurus swizzle` does. */
function wrapComponent(name: string, markup: string): void {
  const folder = path.join(TOOLKIT, 'src/theme', name);
  mkdirSync(folder, {recursive: true});
  const code = `import Original from '@theme-original/${name}';\n\nexport default (props) => <Original {...props} />;\n`;
  writeFileSync(
    path.join(folder, 'index.js'),
    code.replace('<Original {...props} />', `<>${markup}<Original {...props} /></>`),
  );
}

const toolkit = (...args: string[]) => run('toolkit.mjs', TOOLKIT, ...args);

test('a new toolkit is checked, launched, changed, frozen and built by the packed engine, and follows its update', {
  timeout: 300_000,
}, async () => {
  rmSync(FOLDER, {recursive: true, force: true});
  mkdirSync(FOLDER, {recursive: true});
  const options = ['--yes', '--no-install', '--title', 'Museums and climate', '--repository', 'example-org/museums'];
  expect(run('create.mjs', FOLDER, NAME, ...options).status).toBe(0);
  linkEngine(TOOLKIT, PACKED_ENGINE);
  expect(toolkit('generate').status).toBe(0);
  const files = readdirSync(TOOLKIT, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  expect(files.filter(({parentPath}) => !parentPath.includes('node_modules')).length).toBeLessThanOrEqual(26);
  expect(toolkit('check')).toEqual({status: 0, output: expect.stringContaining('no problems')});
  expect(toolkit('publish', '--launch', '--keep-examples')).toMatchObject({status: 0});
  editFile(TOOLKIT, 'docs/subjects/cutting-emissions.md', 'its own line', 'a line of its own');
  expect(toolkit('check').output).toContain('[require-note]');
  const note = ['--significance', 'major', '--kind', 'content-changed', '--note', 'The advice on steps is clearer.'];
  expect(toolkit('new', 'note', '--pages', 'subjects/cutting-emissions', ...note)).toMatchObject({status: 0});
  expect(toolkit('publish', '--title', 'Clearer steps', '--edition', '2026-11')).toMatchObject({status: 0});
  wrapComponent('EditionsPage', '<aside aria-label="On paper">Ask us for a printed copy.</aside>');
  const settings = path.join(TOOLKIT, 'toolkit.config.ts');
  const editor = "defineToolkit({\n  editor: {oauth: 'https://login.example'},";
  if (hasEditor) {
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('defineToolkit({', editor));
    expect(toolkit('edit', '--fetch')).toMatchObject({status: 0});
  }
  expect(toolkit('build')).toMatchObject({status: 0});
  expect(toolkit('links')).toMatchObject({status: 0});
  const site = path.join(TOOLKIT, 'build');
  expect(await auditSite(site, '/museums/')).toEqual([]);
  expect(squeeze(openBuilt(site, 'updates/')('main').text())).toContain('The advice on steps is clearer.');
  expect(openBuilt(site, 'contribute/propose-a-case-study/')('h1').text()).toBe('Propose a case study');
  expect(openBuilt(site, 'editions/')('body').text()).toContain('Ask us for a printed copy.');
  expect(existsSync(path.join(site, 'toolkit/2026-11/index.html'))).toBe(true);
  expectUpdate();
  if (!hasEditor) return;
  // The editor is on the site, and only where somebody looks for it.
  expect(
    openBuilt(site, 'contribute/propose-a-case-study/')('a[href="/museums/edit/?new=docs%2Fcase-studies"]').length,
  ).toBe(1);
  expect(textIn(site, 'edit/config.yml')).toContain('"base_url":"https://login.example"');
  expect(textIn(site, 'sitemap.xml')).not.toContain('/edit/');
  const headers = textIn(site, '_headers');
  expect(headers.match(/Content-Security-Policy/g)).toHaveLength(1);
  expect(headers).toContain(
    "/museums/edit/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'unsafe-eval'",
  );
});

/** An update of the engine renews the files that it brings, and says which. */
function expectUpdate(): void {
  expect(toolkit('generate').output).toBe('nothing to write\n');
  const newer = path.join(WORK, 'packed-newer', 'node_modules', 'good-practice-toolkit');
  rmSync(newer, {recursive: true, force: true});
  cpSync(PACKED_ENGINE, newer, {recursive: true});
  const workflow = '.github/workflows/deploy.yml';
  writeFileSync(path.join(newer, workflow), textIn(newer, workflow).replace('23 3', '24 3'));
  rmSync(path.join(TOOLKIT, 'node_modules'), {recursive: true});
  linkEngine(TOOLKIT, newer);
  const update = spawnSync(process.execPath, ['node_modules/.bin/toolkit', 'generate'], {
    cwd: TOOLKIT,
    encoding: 'utf8',
  });
  expect(update).toMatchObject({status: 0, stdout: `updated ${workflow}\n`});
}

test('what the code of the package imports is a dependency of it', () => {
  const {dependencies} = JSON.parse(textIn(ROOT, 'package.json'));
  const declared = new Set(Object.keys(dependencies));
  const own = /^(node:|\.|@theme\/|@generated\/|@docusaurus\/(Link|Head|router|renderRoutes|use\w+))/;
  // Docusaurus brings these, and its bundler finds them there.
  const brought = ['react-helmet-async', 'react-router-dom'];
  const missing = globSync('lib/**/*.js', {cwd: PACKED_ENGINE}).flatMap((file) => {
    const code = textIn(PACKED_ENGINE, file);
    const imported = [...code.matchAll(/^(?:import|export) (?:[^'"]* from )?['"]([^'"]+)['"]/gm)].map(
      ([, name = '']) => name,
    );
    const packages = imported
      .filter((name) => !own.test(name))
      .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '');
    return packages.filter((name) => !declared.has(name) && !brought.includes(name));
  });
  expect(missing).toEqual([]);
});
