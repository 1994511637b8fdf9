import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import type {Changes} from '../../src/content/changed-lines.ts';
import {readChanges} from '../../src/content/changed-lines.ts';
import {ExitError} from '../io.ts';

const MOST_OUTPUT = 256 * 1024 * 1024;

/** What changed between the merge base with a ref and the files as they lie on disk. */
export interface GitChanges {
  changes: Changes;
  /** The text of a file at the merge base; `undefined` where it had none. */
  before(path: string): Promise<string | undefined>;
}

/**
 * Asks git what changed since the merge base with a ref; paths count from the toolkit's folder.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
export async function changesSince(cwd: string, ref: string): Promise<GitChanges> {
  const git = (...args: string[]) => runGit(cwd, args);
  await git('rev-parse', '--git-dir').catch((error) => {
    throw explain(error, 'this folder is in no git repository, expected one to compare with', 'Leave out `--since`.');
  });
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch((error) => {
    const fix = ref.startsWith('origin/')
      ? `Run \`git fetch origin ${ref.slice('origin/'.length)}\`, and try again.`
      : 'Name a branch, a tag or a commit; `git branch --all` lists the branches.';
    throw explain(error, `\`${ref}\` is not known to git, expected a branch, a tag or a commit`, fix);
  });
  const base = await git('merge-base', commit, 'HEAD').catch(async (error) => {
    const isShallow = (await git('rev-parse', '--is-shallow-repository')) === 'true';
    throw explain(
      error,
      `no commit is shared with \`${ref}\`, expected one to compare with`,
      isShallow
        ? 'This clone is shallow: run `git fetch --unshallow`, and try again.'
        : 'Name a branch that yours was made from.',
    );
  });
  const diff = await git(
    ...[
      '-c',
      'core.quotePath=false',
      'diff',
      '--relative',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--no-renames',
    ],
    ...['--src-prefix=a/', '--dst-prefix=b/', base, '--'],
  );
  const untracked = await git('ls-files', '--others', '--exclude-standard', '-z');
  const prefix = await git('rev-parse', '--show-prefix');
  return {
    changes: readChanges(diff, untracked.split('\0').filter(Boolean)),
    before: (path) => git('show', `${base}:${prefix}${path}`).catch(() => undefined),
  };
}

async function runGit(cwd: string, args: readonly string[]): Promise<string> {
  const {stdout} = await promisify(execFile)('git', [...args], {cwd, maxBuffer: MOST_OUTPUT});
  return stdout.replace(/\n$/, '');
}

function explain(error: NodeJS.ErrnoException, message: string, fix: string): ExitError {
  if (error.code !== 'ENOENT') return new ExitError(message, fix);
  return new ExitError('git was not found on this machine', 'Install git, or leave out `--since`.');
}
