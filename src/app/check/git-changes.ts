import {gitIn, mergeBase} from '../../io/git/merge-base.ts';
import {type ChangedLines, readChanges} from '../../rules/changed-lines.ts';

/** The changes between the merge base with a ref and the files on disk. */
export interface GitChanges {
  changes: ChangedLines;
  /** The text of a file at the merge base; `undefined` if it did not exist. */
  before(path: string): Promise<string | undefined>;
}

/**
 * Asks git for the changes since the merge base with a ref. Paths are relative to the toolkit's folder.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref or without a merge base.
 */
export async function gitChangesSince(cwd: string, ref: string): Promise<GitChanges> {
  const git = gitIn(cwd);
  const base = await mergeBase(git, ref);
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
  const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
  return {
    changes: readChanges(diff, untracked.split('\0').filter(Boolean)),
    before: (path) => git('show', `${base}:${prefix}${path}`).catch(() => undefined),
  };
}
