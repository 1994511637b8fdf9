import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {findPublishableCommit, NothingPublishableError} from '../../../../src/github/jobs/deploy/publishable-commit.ts';
import {folderWith} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';

const NOTE = 'blog/_pending/wardens.md';

// Set where a git hook runs the tests: the repositories made here would then be this project's own.
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete process.env[name];

/** A repository that goes when the test ends. */
function createRepository() {
  const cwd = folderWith({});
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@toolkit.example', '-c', 'commit.gpgsign=false', ...args],
      {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']},
    ).trim();
  git('init', '-b', 'main');

  /** Writes files (`null` removes one), commits them, gives the commit. */
  function commit(files: Readonly<Record<string, string | null>>): string {
    for (const [file, words] of Object.entries(files)) {
      const target = path.join(cwd, file);
      mkdirSync(path.dirname(target), {recursive: true});
      if (words === null) rmSync(target);
      else writeFileSync(target, words);
    }
    git('add', '--all');
    git('commit', '--message', 'A change');
    return git('rev-parse', 'HEAD');
  }
  return {cwd, git, commit};
}

/** Runs the job as the deploy workflow does. */
function runJob(cwd: string): {code: number | null; stdout: string; stderr: string} {
  const args = [path.join(ROOT, 'bin/toolkit.mjs'), 'job', 'publishable-commit'];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8'});
  return {code: status, stdout, stderr};
}

test('the newest commit is published where no note waits', () => {
  const {cwd, commit} = createRepository();
  commit({'docs/index.md': 'First.', [NOTE]: 'A note.'});
  const published = commit({[NOTE]: null, 'blog/2026-11-02.md': 'An update.', 'blog/_pending/.gitkeep': ''});
  expect(findPublishableCommit({cwd, ref: 'main'})).toBe(published);
  expect(runJob(cwd)).toEqual({code: 0, stdout: `${published}\n`, stderr: ''});
});

test('notes that wait at the head lead back to the commit before them', () => {
  const {cwd, commit} = createRepository();
  commit({'docs/index.md': 'First.'});
  const before = commit({'docs/index.md': 'Second.'});
  commit({'docs/index.md': 'Third.', [NOTE]: 'A note.'});
  commit({'docs/index.md': 'Fourth.', 'blog/_pending/café pumps.md': 'Another.'});
  expect(findPublishableCommit({cwd, ref: 'main'})).toBe(before);
});

test('a commit of a merged branch is passed over, though no note waits in it', () => {
  const {cwd, git, commit} = createRepository();
  const before = commit({'docs/index.md': 'First.'});
  git('checkout', '-b', 'proposal');
  commit({'docs/pumps.md': 'No note yet.'});
  commit({[NOTE]: 'The note.'});
  git('checkout', 'main');
  git('merge', '--no-ff', '--message', 'Merge', 'proposal');
  expect(findPublishableCommit({cwd, ref: 'main'})).toBe(before);
});

const configOf = (repository: string) =>
  `export default defineToolkit({title: 'Floods', repository: '${repository}'});\n`;

test('a fork with notes waiting since it began does not publish the toolkit that it was copied from', () => {
  const {cwd, commit} = createRepository();
  commit({'toolkit.config.ts': configOf('first/toolkit'), 'docs/index.md': 'Theirs.'});
  commit({'toolkit.config.ts': configOf('museums/climate'), 'docs/index.md': 'Ours.', [NOTE]: 'A note.'});
  const {code, stdout, stderr} = runJob(cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(stderr).toBe(
    'every commit of `HEAD` since it became `museums/climate` (before, it was `first/toolkit`) contains waiting change notes, expected one without.\n' +
      `At its newest commit these wait:\n  ${NOTE}\n` +
      '  fix: Publish the notes as an update, and push that commit.\n',
  );
  const own = commit({[NOTE]: null, 'blog/2026-11-02.md': 'An update.'});
  commit({'docs/index.md': 'Changed.', [NOTE]: 'A note.'});
  expect(findPublishableCommit({cwd, ref: 'main'})).toBe(own);
});

test('with notes waiting in every commit nothing is published, and the message names them', () => {
  const {cwd, commit} = createRepository();
  commit({[NOTE]: 'A note.'});
  commit({'docs/index.md': 'Words.'});
  expect(() => findPublishableCommit({cwd, ref: 'main'})).toThrow(NothingPublishableError);
  const {code, stdout, stderr} = runJob(cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(stderr).toBe(
    'every commit of `HEAD` contains waiting change notes, expected one without.\n' +
      'At its newest commit these wait:\n' +
      `  ${NOTE}\n` +
      '  fix: Publish the notes as an update, and push that commit.\n',
  );
});
