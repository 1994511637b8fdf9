import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {type Release, releaseProblems} from '../../../scripts/release/require-release.ts';
import {folderWith, textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

/** The most that the package may weigh, unpacked, in bytes. */
const MAX_BYTES = 4_000_000;

/** Every folder and file at the top of the package; `lib` is there once it has been compiled. */
const CONTENTS = [
  '.github',
  '.nvmrc',
  'CHANGELOG.md',
  'EXTENDING.md',
  'LICENSE',
  'MAINTAINING.md',
  'README.md',
  'bin',
  'lib',
  'manual',
  'package.json',
  'template',
];

interface Packed {
  unpackedSize: number;
  files: readonly {path: string}[];
}

/** What `npm pack` would put into a package, without compiling anything. */
function pack(folder: string): Packed {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = execFileSync('npm', args, {cwd: folder, encoding: 'utf8', shell: process.platform === 'win32'});
  const [packed] = JSON.parse(output) as Packed[];
  if (!packed) throw new Error('npm packed nothing');
  return packed;
}

test('the package has the compiled engine, the manual, the template and the workflows, and nothing else', () => {
  const {files, unpackedSize} = pack(ROOT);
  const paths = files.map((file) => file.path);
  const hasCode = existsSync(path.join(ROOT, 'lib'));
  expect([...new Set(paths.map((file) => file.split('/')[0]))].sort()).toEqual(
    CONTENTS.filter((name) => name !== 'lib' || hasCode),
  );
  expect(paths.filter((file) => file.startsWith('.github/'))).toEqual([
    '.github/pull_request_template.md',
    ...['deploy', 'issues', 'publish', 'pull-request-comment', 'pull-request'].map(
      (name) => `.github/workflows/${name}.yml`,
    ),
  ]);
  // Sources are left out: Node runs no TypeScript below `node_modules`.
  const sources = paths.filter((file) => /\.(?:[cm]?ts|tsx)$/.test(file) && !/\.d\.m?ts$/.test(file));
  expect(sources.filter((file) => !file.startsWith('template/'))).toEqual([]);
  expect(paths.filter((file) => /\.test\.|^lib\/scripts\/(?:bench|release)\//.test(file))).toEqual([]);
  expect(unpackedSize).toBeLessThan(MAX_BYTES);
});

interface Lock {
  packages: Record<string, {dev?: boolean; hasInstallScript?: boolean; optionalDependencies?: Record<string, string>}>;
}

const readJson = (file: string) => JSON.parse(textIn(ROOT, file));
const lock = readJson('package-lock.json') as Lock;
const nameOf = (place: string) => place.replace(/^.*node_modules\//, '');

test('`npm ci` works in a toolkit: each package that the engine brings exists for every system it names', () => {
  // Only this repository would see an override: a toolkit gets the versions that `dependencies` lead to.
  expect(readJson('package.json')).not.toHaveProperty('overrides');
  const locked = new Set(Object.keys(lock.packages).map(nameOf));
  const needed = Object.values(lock.packages)
    .filter(({dev}) => !dev)
    .flatMap(({optionalDependencies = {}}) => Object.keys(optionalDependencies));
  expect(needed).toContain('@swc/html-darwin-arm64');
  expect(needed.filter((name) => !locked.has(name))).toEqual([]);
});

test('no package may run a script when it is installed, and each that has one is listed', () => {
  const withScript = Object.entries(lock.packages).filter(([, {hasInstallScript}]) => hasInstallScript);
  const refused = Object.fromEntries(withScript.map(([place]) => [nameOf(place), false]));
  expect(readJson('package.json').allowScripts).toEqual(refused);
});

test('Renovate sees the package of the browser editor, which is in no lock file', () => {
  const [{matchStrings, managerFilePatterns}] = readJson('.github/renovate.json').customManagers;
  const file = 'src/features/editor/decap.json';
  expect(file).toMatch(new RegExp(managerFilePatterns[0].slice(1, -1)));
  const text = textIn(ROOT, file);
  const seen = [...text.matchAll(new RegExp(matchStrings[0], 'g'))].map(({groups}) => ({...groups}));
  const {name, version} = readJson(file) as {name: string; version: string};
  expect(seen).toEqual([{depName: name, currentValue: version}]);
});

test('the package for `npm create` runs the engine', () => {
  expect(pack(path.join(ROOT, 'bin/create')).files.map((file) => file.path)).toEqual(['index.mjs', 'package.json']);
  const folder = folderWith({});
  const packages = path.join(folder, 'node_modules');
  mkdirSync(packages);
  cpSync(path.join(ROOT, 'bin/create'), path.join(packages, 'create-good-practice-toolkit'), {recursive: true});
  symlinkSync(ROOT, path.join(packages, 'good-practice-toolkit'), 'junction');
  const command = path.join(packages, 'create-good-practice-toolkit/index.mjs');
  const {status, stderr} = spawnSync(process.execPath, [command], {cwd: folder, encoding: 'utf8'});
  expect(status).toBe(2);
  expect(stderr).toContain('no answer for `--language`, `<folder>`');
});

const engine = readJson('package.json') as Release['engine'];
const create = readJson('bin/create/package.json') as Release['engine'];
const tag = `v${engine.version}`;
const name = new URL(engine.repository.url.replace('git+', '')).pathname.slice(1).replace(/\.git$/, '');
const env = {GITHUB_ACTIONS: 'true', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: name};
const release = {env, engine, create, changelog: `# Changelog\n\n## ${engine.version} - 2026-11-27\n`};

test('both packages have one version and one repository, so that a tag can release them', () => {
  expect(releaseProblems(release)).toEqual([]);
});

test.each([
  {changed: {env: {...env, GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main'}}, said: 'this is not the workflow'},
  {changed: {env: {...env, GITHUB_REF_NAME: 'v9.9.9'}}, said: `the tag is \`v9.9.9\`, expected \`${tag}\``},
  {changed: {changelog: '# Changelog\n\n## Unreleased\n'}, said: 'CHANGELOG.md has no section'},
  {changed: {create: {...create, dependencies: {}}}, said: 'create/package.json needs another engine'},
  {
    changed: {env: {...env, GITHUB_REPOSITORY: 'flood/engine'}},
    said: 'expected `git+https://github.com/flood/engine.git`',
  },
])('a release is refused: $said', ({changed, said}) => {
  expect(releaseProblems({...release, ...changed}).join()).toContain(said);
});

test('nobody publishes from their own computer by accident', () => {
  const script = path.join(ROOT, 'scripts/release/require-release.ts');
  const {status, stderr} = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: {...process.env, GITHUB_ACTIONS: undefined},
  });
  expect({status, stderr}).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Not released: this is not the workflow/),
  });
  for (const file of ['package.json', 'bin/create/package.json']) {
    const {scripts} = JSON.parse(textIn(ROOT, file));
    expect(scripts.prepublishOnly).toMatch(
      /^node (?:\.\.\/\.\.\/|--import \.\/bin\/node-guard\.mjs )?scripts\/release\/require-release\.ts$/,
    );
  }
});
