import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import {updateRecordSchema} from '../../content/schemas/record-schemas.ts';
import {type Git, gitIn, pathsIn, succeeds} from './merge-base.ts';

/** The files of updates, as git selects them: they stay as they were published. What undoing one needs goes later. */
const UPDATES = ['blog', ':(exclude)blog/_pending', ':(exclude)blog/_published/*.before.json'];

/**
 * What was published before the work on this branch: readers have seen it. Asks git, without the network; `undefined`
 * without git, and without a remote.
 */
export async function publishedBefore(cwd: string) {
  const git = gitIn(cwd);
  const lines = async (...args: string[]) => pathsIn(await git(...args));
  try {
    const ref = await remoteBranch(git);
    const [tree, changed, unmerged] = await Promise.all([
      lines('ls-tree', '-r', '--name-only', '-z', ref, '--', 'blog'),
      lines('diff', '--name-only', '--no-renames', '--relative', '-z', ref, '--', ...UPDATES),
      lines('diff', '--name-only', '--diff-filter=U', '--relative', '-z'),
    ]);
    const includes = (commit: string) => succeeds(git('merge-base', '--is-ancestor', ref, commit));
    const files = new Set(tree);
    const isOther = async (file: string) =>
      recordedUpdate(file) === undefined || (await hasOtherContent(cwd, git, ref, file));
    const there = changed.filter((file) => files.has(file)).sort();
    const others = await Promise.all(there.map(isOther));
    const lost = there.filter((_, index) => others[index]);
    return {
      /** `origin/main`. */
      ref,
      /** Whether this branch has that commit, or is being merged with it. */
      isIncluded: (await includes('HEAD')) || (await includes('MERGE_HEAD')),
      files,
      /** Those that are missing here, or different; none after a redaction, the one reason for that. */
      lost: (await isRedacted(cwd, git, ref, lost)) ? [] : lost,
      unmerged,
    };
  } catch {
    return undefined;
  }
}

/**
 * Whether a record of an update says something else here. Its head follows from the rest of it and from the records before
 * it, so one that alone differs was wrong there: two branches had published.
 */
async function hasOtherContent(cwd: string, git: Git, ref: string, file: string): Promise<boolean> {
  const texts = [git('cat-file', 'blob', `${ref}:./${file}`), readFile(path.join(cwd, file), 'utf8')];
  const [there, here] = (await Promise.all(texts.map((text) => text.catch(() => '')))).map((text) => {
    const {head: _, ...record} = JSON.parse(text || '{}') as Record<string, unknown>;
    return JSON.stringify(record);
  });
  return there !== here;
}

/**
 * Whether the remote's default branch has a file as it is here. Asks the remote first; without an answer, what it last said
 * counts. `undefined` without git, and without such a branch.
 */
export async function readersHave(cwd: string, file: string) {
  const git = gitIn(cwd);
  // A fetch that fails empties FETCH_HEAD, whose time says when the last one did not.
  const isAsked = await succeeds(git('fetch', '--quiet', '--no-write-fetch-head', 'origin'));
  try {
    const ref = await remoteBranch(git);
    const [there, here] = await Promise.all([git('ls-tree', ref, '--', file), git('hash-object', '--', file)]);
    return {ref, isThere: there.includes(here.trimEnd()), asOf: isAsked ? undefined : await lastFetch(cwd, git)};
  } catch {
    return undefined;
  }
}

/** When git last fetched, as far as it remembers: a clone has not fetched since it was made. */
async function lastFetch(cwd: string, git: Git): Promise<string> {
  const file = path.resolve(cwd, (await git('rev-parse', '--git-path', 'FETCH_HEAD')).trimEnd());
  const fetched = await stat(file).catch(() => undefined);
  return fetched?.size
    ? `at the last fetch, on ${fetched.mtime.toISOString().slice(0, 16).replace('T', ' at ')} UTC`
    : 'when git last asked it, at a time that is not known';
}

async function remoteBranch(git: Git): Promise<string> {
  const head = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD').catch(() => 'origin/main');
  return head.trimEnd();
}

/** Whether a record of an update has a redaction that it did not have before. */
async function isRedacted(cwd: string, git: Git, ref: string, files: readonly string[]): Promise<boolean> {
  for (const file of files.filter((one) => recordedUpdate(one) !== undefined)) {
    const now = await readFile(path.join(cwd, file), 'utf8').catch(() => '{}');
    if (redactionsIn(now) > redactionsIn(await git('show', `${ref}:./${file}`))) return true;
  }
  return false;
}

/** A record in conflict is not readable. */
function redactionsIn(record: string): number {
  try {
    return updateRecordSchema.parse(JSON.parse(record)).redactions?.length ?? 0;
  } catch {
    return 0;
  }
}
