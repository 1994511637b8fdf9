import {execFileSync, spawnSync} from 'node:child_process';
import {NOTE_FOLDER} from '../../../content/pages/file-name.ts';
import {CONFIG_FILE} from '../../../content/schemas/toolkit-schema.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {readDocument} from '../../../io/yaml/document.ts';
import {textOfKey} from '../../publish/configuration-text.ts';

/**
 * Finds the newest commit in which no change note waits, along the first parents of `ref`: merged commits count from
 * the merge. A commit from before the toolkit had its `repository` belongs to the toolkit that it was copied from.
 *
 * @returns the full id of the commit
 * @throws {ExitError} if notes wait in every commit of this toolkit.
 */
export function findPublishableCommit({cwd, ref}: {cwd: string; ref: string}): string {
  const commits = lines(git(cwd, ['rev-list', '--first-parent', '--end-of-options', ref]), '\n');
  const found = commits.find((commit) => waitingNotes(cwd, commit).length === 0);
  const [own, other] = [ref, found].map((commit) => commit && repositoryAt(cwd, commit));
  if (found && own === other) return found;
  const waiting = waitingNotes(cwd, commits[0] ?? ref).map((path) => `\n  ${path}`);
  const since = found ? ` since it became \`${own}\` (before, it was \`${other}\`)` : '';
  throw new ExitError(
    `every commit of \`${ref}\`${since} contains waiting change notes, expected one without.\n` +
      `At its newest commit these wait:${waiting.join('')}`,
    'Publish the notes as an update, and push that commit.',
    {code: 1},
  );
}

function waitingNotes(cwd: string, commit: string): string[] {
  const files = lines(
    git(cwd, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, '--', `${NOTE_FOLDER}/`]),
    '\0',
  ).filter((path) => path.toLowerCase().endsWith('.md'));
  // git ends with 1 where no page has such a line.
  const places = [commit, '--', ':(top)docs/*.md', ':(top)handbook/*.md'];
  const {stdout} = spawnSync('git', ['grep', '-lz', '-e', '^changes:', ...places], {cwd, encoding: 'utf8'});
  const pages = lines(stdout, '\0')
    .map((name) => name.slice(commit.length + 1))
    .filter(
      (path) => readDocument(path, git(cwd, ['cat-file', 'blob', `${commit}:${path}`])).document.waiting !== undefined,
    );
  return [...files, ...pages];
}

/** The repository that the configuration of a commit names; `undefined` where it has none to read. */
function repositoryAt(cwd: string, commit: string): string | undefined {
  const [entry] = lines(git(cwd, ['ls-tree', '-z', '--full-tree', commit, '--', CONFIG_FILE]), '\0');
  return entry && textOfKey(git(cwd, ['cat-file', 'blob', `${commit}:${CONFIG_FILE}`]), 'repository');
}

function git(cwd: string, args: readonly string[]): string {
  return execFileSync('git', args, {cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024});
}

function lines(text: string, separator: string): string[] {
  return text.split(separator).filter((line) => line !== '');
}
