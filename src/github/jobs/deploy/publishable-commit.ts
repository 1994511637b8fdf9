import {execFileSync} from 'node:child_process';
import type {Io} from '../../../fs/io.ts';

const PENDING = 'blog/_pending/';

/** No commit can be published; the message says which notes wait, and what to do. */
export class NothingPublishableError extends Error {
  override name = 'NothingPublishableError';
}

/** Prints the commit that the deploy job builds; where none can be published, says why. */
export async function printPublishableCommit(
  ref = 'HEAD',
  _: NodeJS.ProcessEnv,
  {cwd, stdout, stderr}: Io,
): Promise<number> {
  try {
    stdout.write(`${findPublishableCommit({cwd, ref})}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NothingPublishableError)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * Finds the newest commit in which no change note waits, along the first parents of `ref`: merged commits count from
 * the merge.
 *
 * @returns the full id of the commit
 * @throws {NothingPublishableError} if notes wait in every commit.
 */
export function findPublishableCommit({cwd, ref}: {cwd: string; ref: string}): string {
  const commits = lines(git(cwd, ['rev-list', '--first-parent', '--end-of-options', ref]), '\n');
  const found = commits.find((commit) => waitingNotes(cwd, commit).length === 0);
  if (found) return found;
  const waiting = waitingNotes(cwd, commits[0] ?? ref).map((path) => `  ${path}\n`);
  throw new NothingPublishableError(
    `every commit of \`${ref}\` contains waiting change notes, expected one without.\n` +
      `At its newest commit these wait:\n${waiting.join('')}` +
      '  fix: Publish the notes as an update, and push that commit.',
  );
}

/** The notes that wait in a commit. */
function waitingNotes(cwd: string, commit: string): string[] {
  return lines(git(cwd, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, '--', PENDING]), '\0').filter(
    (path) => path.toLowerCase().endsWith('.md'),
  );
}

function git(cwd: string, args: readonly string[]): string {
  return execFileSync('git', args, {cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024});
}

function lines(text: string, separator: string): string[] {
  return text.split(separator).filter((line) => line !== '');
}
