import {appendFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commitAll, git, startRepository} from '../../support/git.ts';
import {editFile, folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const LONG = `${'Clerk '.repeat(40).trim()}.`;
const START = page('Start').replace('Words.', `Words.\n\n${LONG}`);

/** Both pages of the sound toolkit as they were put live. */
const LIVE = {
  'blog/_published/2026-11-02/index.md': START,
  'blog/_published/2026-11-02/priorities/homes.md': page('Homes'),
};

/** A repository whose first commit is on `main`, with a branch `change` to work on. */
function repository(files: Record<string, string> = {}): string {
  const folder = folderWith({...soundFiles(), 'docs/index.md': START, ...files});
  startRepository(folder);
  git(folder, 'switch', '--quiet', '--create', 'change');
  return folder;
}

function note(words: string): string {
  return `---\nkind: content-changed\nsignificance: major\npages: [index]\nnote: ${words}\n---\n`;
}

test('an old long sentence is left out, a new one is found, committed or not', async () => {
  const folder = repository();
  const before = await runCommand(['check', '--since', 'main'], folder);
  expect(before.stdout).toBe('');
  expect(before.stderr).toContain('1 problem on lines that did not change left out');
  appendFileSync(path.join(folder, 'docs/index.md'), `\n${LONG}\n`);
  expect((await runCommand(['check', '--since', 'main'], folder)).stdout).toContain('[no-long-sentence]');
  commitAll(folder);
  const {stdout} = await runCommand(['check', '--since', 'main'], folder);
  expect(stdout.match(/\[no-long-sentence\]/g)).toHaveLength(1);
});

test('a file that git does not know yet counts whole', async () => {
  const folder = repository();
  writeFileSync(path.join(folder, 'docs/new.md'), page('New').replace('Words.', LONG));
  expect((await runCommand(['check', '--since', 'main'], folder)).stdout).toContain('docs/new.md');
});

test('safety and the model count on every line', async () => {
  const folder = repository({'docs/old.md': page('Old').replace('Words.', 'Some <b>bold</b> words.')});
  const {code, stdout} = await runCommand(['check', '--since', 'main'], folder);
  expect(stdout).toContain('[no-page-code]');
  expect(code).toBe(1);
});

test('a note that waited before tells nothing of a later change of its page', async () => {
  const waiting = {
    ...LIVE,
    'docs/index.md': START.replace('Words.', 'Words of May.'),
    'blog/_pending/start.md': note('The page now speaks of May.'),
  };
  const folder = repository(waiting);
  expect((await runCommand(['check', '--since', 'main'], folder)).stdout).not.toContain('require-note');
  writeFileSync(path.join(folder, 'docs/index.md'), START.replace('Words.', 'Words of May and June.'));
  const {code, stdout} = await runCommand(['check', '--since', 'main'], folder);
  expect(stdout).toContain('only an earlier change note names it');
  expect(stdout).toContain('`blog/_pending/start.md`');
  expect(code).toBe(1);
  writeFileSync(path.join(folder, 'blog/_pending/start.md'), note('The page now speaks of May and June.'));
  expect((await runCommand(['check', '--since', 'main'], folder)).stdout).not.toContain('require-note');
});

test('the first baseline can be merged, and may not grow after that', async () => {
  const folder = repository();
  expect((await runCommand(['check', '--baseline'], folder)).stderr).toContain('wrote ledgers/baseline.json');
  expect((await runCommand(['check'], folder)).stdout).toBe('');
  commitAll(folder);
  expect(await runCommand(['check', '--since', 'main'], folder)).toMatchObject({code: 0, stdout: ''});
  expect((await runCommand(['check', '--baseline'], folder)).stderr).toContain('a baseline may only shrink');

  git(folder, 'branch', '--force', 'main');
  editFile(folder, 'ledgers/baseline.json', ': 1', ': 2');
  const {code, stdout} = await runCommand(['check', '--since', 'main'], folder);
  expect(stdout).toContain('[no-grown-baseline]');
  expect(code).toBe(1);
});

test('mending a page lets the baseline shrink with `--fix`', async () => {
  const folder = repository();
  await runCommand(['check', '--baseline'], folder);
  writeFileSync(path.join(folder, 'docs/index.md'), page('Start'));
  expect((await runCommand(['check'], folder)).stdout).toContain('[no-loose-baseline]');
  expect((await runCommand(['check', '--fix'], folder)).code).toBe(0);
  expect(textIn(folder, 'ledgers/baseline.json')).toBe('{}\n');
});

test.each([
  ['no such commit', 'gone', /`gone` is not known to git, expected .+\n {2}fix: Name a branch/],
  ['a branch that was not fetched', 'origin/main', /fix: Run `git fetch origin main`/],
  ['a name that looks like an option', '--output=x', /`--output=x` is not known to git/],
])('%s is a sentence with a fix', async (_name, ref, expected) => {
  const {code, stderr} = await runCommand(['check', `--since=${ref}`], repository());
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
});

test('outside a repository, and without a shared commit, it says so', async () => {
  const alone = folderWith(soundFiles());
  expect((await runCommand(['check', '--since', 'main'], alone)).stderr).toContain('in no git repository');
  const folder = repository();
  git(folder, 'switch', '--quiet', '--orphan', 'other');
  rmSync(path.join(folder, 'docs'), {recursive: true, force: true});
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Other');
  git(folder, 'switch', '--quiet', 'change');
  const {code, stderr} = await runCommand(['check', '--since', 'other'], folder);
  expect(code).toBe(2);
  expect(stderr).toContain('no commit is shared with `other`');
});

test('a shallow clone is told what to fetch', async () => {
  const folder = repository();
  appendFileSync(path.join(folder, 'docs/index.md'), '\nMore.\n');
  commitAll(folder);
  git(folder, 'switch', '--quiet', 'main');
  appendFileSync(path.join(folder, 'docs/priorities/homes.md'), '\nMore.\n');
  commitAll(folder);
  const clone = folderWith({});
  git(clone, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${folder}`, 'clone');
  const {stderr} = await runCommand(['check', '--since', 'origin/change'], path.join(clone, 'clone'));
  expect(stderr).toContain('This clone is shallow: run `git fetch --unshallow`');
});
