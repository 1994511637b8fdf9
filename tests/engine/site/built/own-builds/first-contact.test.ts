import {spawnSync} from 'node:child_process';
import {existsSync, globSync, rmSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {auditSite} from '../../../support/browser/audit-site.ts';
import {canUseDecap} from '../../../support/browser/editor-form.ts';
import {commitAll, startRepository} from '../../../support/git.ts';
import {editFile, folderWith, textIn} from '../../../support/run-command.ts';
import {TODAY} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';
import {PACKED_ENGINE, PACKED_FILE} from '../../../support/toolkits/pack-engine.ts';

const hasEditor = await canUseDecap();

/** Runs a program; gives what it prints. @throws {Error} with that, unless it ends with `code`. */
function run(cwd: string, [program = '', ...args]: readonly string[], code = 0): string {
  const {status, stdout, stderr} = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: {...process.env, TOOLKIT_TODAY: TODAY, NO_COLOR: '1', npm_config_audit: 'false'},
  });
  if (status !== code) throw new Error(`\`${program} ${args.join(' ')}\` ended with ${status}:\n${stdout}${stderr}`);
  return stdout + stderr;
}

/** Runs a program that installs from what npm has kept, and anew where that lacks the newest version of a package. */
function runCached(cwd: string, words: readonly string[], made: string): string {
  process.env.npm_config_prefer_offline = 'true';
  try {
    return run(cwd, words);
  } catch {
    delete process.env.npm_config_prefer_offline;
    rmSync(made, {recursive: true, force: true});
    return run(cwd, words);
  } finally {
    delete process.env.npm_config_prefer_offline;
  }
}

test('who follows README and the closing text has a toolkit that builds before and after its launch, and goes back', {
  timeout: 1_200_000,
}, async () => {
  // Nothing above this folder has packages.
  const cwd = path.join(folderWith({}), 'museums');
  const options = ['--yes', '--title', 'Museums and climate', '--repository', 'example-org/museums'];
  const create = [process.execPath, path.join(PACKED_ENGINE, 'bin/create.mjs'), 'museums', ...options];
  const created = runCached(path.dirname(cwd), [...create, '--engine', `file:${PACKED_FILE}`], cwd);
  expect(created).toContain('Your toolkit is ready.');
  for (const step of ['npm start', 'git init', 'npm run publish -- --launch']) expect(created).toContain(`\`${step}\``);

  expect(textIn(cwd, 'package.json')).toContain(`"file:${path.basename(PACKED_FILE)}"`);

  startRepository(cwd);
  const npm = (...words: string[]) => run(cwd, ['npm', 'run', ...words]);
  const done = (...words: string[]) => {
    const output = npm(...words);
    commitAll(cwd);
    return output;
  };
  // It was checked and built when it was created.
  expect(created).toContain('no problems');
  const site = path.join(cwd, 'build');
  expectUnseen(site);

  expect(run(cwd, ['npm', 'run', 'publish', '--', '--launch'], 2)).toContain('still has the example text');
  editFile(cwd, 'docs/subjects/cutting-emissions.md', 'This is an example of a guidance page.', 'Cut what you heat.');
  editFile(cwd, 'docs/case-studies/example.md', 'This is an example of a case study.', 'A museum cut what it heats.');
  done('publish', '--', '--launch');

  editFile(cwd, 'docs/subjects/cutting-emissions.md', 'its own line', 'a line of its own');
  expect(run(cwd, ['npm', 'run', 'check'], 1)).toContain('[require-note]');
  const note = ['--pages', 'subjects/cutting-emissions', '--significance', 'major', '--kind', 'content-changed'];
  done('new', '--', 'note', ...note, '--note', 'The advice on steps is clearer.');
  done('publish', '--', '--title', 'Clearer steps', '--edition', '2026-11');

  const swizzle = ['npx', 'docusaurus', 'swizzle', 'toolkit', 'EditionsPage'];
  expect(run(cwd, [...swizzle, '--eject'], 1)).toContain('Write `--wrap` instead.');
  run(cwd, [...swizzle, '--wrap']);
  const aside = '<aside aria-label="On paper">Ask us for a printed copy.</aside>';
  editFile(cwd, 'src/theme/EditionsPage/index.js', '<EditionsPage', `${aside}<EditionsPage`);
  if (hasEditor) {
    editFile(cwd, 'toolkit.config.ts', 'defineToolkit({', "defineToolkit({editor: {oauth: 'https://login.example'},");
    npm('edit', '--', '--fetch');
  }
  npm('build');
  expect(await auditSite(site, '/museums/')).toEqual([]);
  expect(squeeze(openBuilt(site, 'updates/')('main').text())).toContain('The advice on steps is clearer.');
  expect(openBuilt(site, 'editions/')('body').text()).toContain('Ask us for a printed copy.');
  expect(existsSync(path.join(site, 'toolkit/2026-11/index.html'))).toBe(true);
  if (hasEditor) expectEditor(site);

  commitAll(cwd);
  done('publish', '--', '--undo', '--force');
  expect(globSync('blog/2*.md', {cwd})).toHaveLength(1);

  // An update of the engine renews the files that it brings, and says which.
  expect(npm('generate')).toContain('nothing to write');
  const workflow = '.github/workflows/deploy.yml';
  editFile(cwd, `node_modules/good-practice-toolkit/${workflow}`, '23 3', '24 3');
  expect(npm('generate')).toContain(`updated ${workflow}\n`);
});

/** Pages that list what a toolkit before its launch does not have, with what they say instead. */
const EMPTY = {
  'editions/': 'There is no edition yet.',
  'quotations/': 'Nothing has been published yet.',
  'updates/': 'Nothing has been published yet.',
  'updates/follow/': 'Nothing has been published yet.',
};

/** What nobody has seen has no history and no feeds, and no page links to a list of what is to come. */
function expectUnseen(site: string): void {
  const pages = readBuiltPages(site).filter(({isRedirect}) => !isRedirect);
  for (const [address, said] of Object.entries(EMPTY)) {
    expect(squeeze(openBuilt(site, address)('main').text())).toContain(said);
    // What feedback leads to, what data is promised and the manual are the same in every toolkit.
    const others = pages.filter(
      ({file}) => !/^(updates|feedback|api|contribute)\//.test(file) && file !== `${address}index.html`,
    );
    expect(others.filter(({$}) => $(`a[href="/museums/${address}"]`).length > 0).map(({file}) => file)).toEqual([]);
  }
  expect(textIn(site, 'llms.txt')).not.toContain('Not checked since');
  const $ = openBuilt(site, 'toolkit/');
  expect($('.history, .page-meta time, .follow, link[type="application/atom+xml"]').length).toBe(0);
}

/** The editor is on the site, and only where somebody looks for it. */
function expectEditor(site: string): void {
  const $ = openBuilt(site, 'contribute/propose-a-case-study/');
  expect($('a[href="/museums/edit/?new=docs%2Fcase-studies"]').length).toBe(1);
  expect(textIn(site, 'edit/config.yml')).toContain('"base_url":"https://login.example"');
  expect(textIn(site, 'sitemap.xml')).not.toContain('/edit/');
  const headers = textIn(site, '_headers');
  expect(headers.match(/Content-Security-Policy/g)).toHaveLength(1);
  expect(headers).toContain(
    "/museums/edit/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'unsafe-eval'",
  );
}

test('what the code of the package imports is a dependency of it', () => {
  const {dependencies} = JSON.parse(textIn(ROOT, 'package.json'));
  const declared = new Set(Object.keys(dependencies));
  const own = /^(node:|\.|@theme\/|@generated\/|@toolkit\/|@docusaurus\/(Link|Head|router|renderRoutes|use\w+))/;
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
