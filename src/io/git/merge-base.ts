import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {ExitError} from '../cli/exit-error.ts';

/** The most that git may print, in bytes. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs git with arguments, and returns what it prints. */
export type Git = (...args: string[]) => Promise<string>;

export function gitIn(cwd: string, env: NodeJS.ProcessEnv = process.env): Git {
  return async (...args) => (await promisify(execFile)('git', args, {cwd, env, maxBuffer: MOST_OUTPUT})).stdout;
}

/** What git lists with `-z`. */
export function pathsIn(output: string): string[] {
  return output.split('\0').filter(Boolean);
}

/** Whether a command ends without an error. */
export async function succeeds(command: Promise<unknown>): Promise<boolean> {
  return command.then(() => true).catch(() => false);
}

/**
 * The commit at which the work in this folder branched off from a ref.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
export async function mergeBase(git: Git, ref: string): Promise<string> {
  await git('rev-parse', '--git-dir').catch((error) => {
    throw explain(error, 'this folder is in no git repository, expected one to compare with', 'Leave out `--since`.');
  });
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch((error) => {
    const fix = ref.startsWith('origin/')
      ? `Run \`git fetch origin ${ref.slice('origin/'.length)}\`, and try again.`
      : 'Name a branch, a tag or a commit; `git branch --all` lists the branches.';
    throw explain(error, `\`${ref}\` is not known to git, expected a branch, a tag or a commit`, fix);
  });
  const base = await git('merge-base', commit.trimEnd(), 'HEAD').catch(async (error) => {
    const isShallow = (await git('rev-parse', '--is-shallow-repository')).trimEnd() === 'true';
    throw explain(
      error,
      `no commit is shared with \`${ref}\`, expected one to compare with`,
      isShallow
        ? 'This clone is shallow: run `git fetch --unshallow`, and try again.'
        : 'Name a branch that yours was made from.',
    );
  });
  return base.trimEnd();
}

function explain(error: NodeJS.ErrnoException, message: string, fix: string): ExitError {
  if (error.code !== 'ENOENT') return new ExitError(message, fix);
  return new ExitError('git was not found on this machine', 'Install git, or leave out `--since`.');
}
