import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {updateRecordSchema} from '../../content/schemas/record-schemas.ts';
import {type Git, gitIn, MOST_OUTPUT, pathsIn, succeeds} from './merge-base.ts';

/** The files that publishing writes, as git selects them. */
const PUBLISHED = [
  'blog',
  'ledgers/updates',
  'ledgers/addresses',
  'ledgers/editions',
  'versioned_docs',
  'versioned_sidebars',
  'versions.json',
  ':(exclude)blog/_pending',
];

/** The files of updates, which stay as they were published. */
const UPDATE_FILE_RE = /^blog\/(?:[^/]+\.md|_published\/.+)$|^ledgers\/updates\//;

/** What was published before the work on this branch: readers have seen it. */
export type PublishedBefore = NonNullable<Awaited<ReturnType<typeof publishedBefore>>>;

/** Asks git, without the network; `undefined` without git, and without a remote. */
export async function publishedBefore(cwd: string) {
  const git = gitIn(cwd);
  const lines = async (...args: string[]) => pathsIn(await git(...args));
  try {
    const isAdding = await isAddingCommits(git, cwd);
    const ref = isAdding ? 'HEAD' : await remoteBranch(git);
    const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
    const [tree, changed, added] = await Promise.all([
      lines('ls-tree', '-r', '--name-only', '-z', ref, '--', ...PUBLISHED.filter((one) => !one.startsWith(':'))),
      lines('diff', '--name-only', '--no-renames', '--relative', '-z', ref, '--', ...PUBLISHED),
      lines('ls-files', '--others', '--exclude-standard', '-z', '--', ...PUBLISHED),
    ]);
    const includes = (commit: string) => succeeds(git('merge-base', '--is-ancestor', ref, commit));
    const isWithout = async (file: string) => {
      const added = (await git('log', '-1', '--format=%H', '--diff-filter=A', '--', file)).trimEnd();
      return added !== '' && !(await includes(added));
    };
    const contentOf = async (file: string) => {
      const words = ['show', `${ref}:${prefix}${file}`];
      return (await promisify(execFile)('git', words, {cwd, encoding: 'buffer', maxBuffer: MOST_OUTPUT})).stdout;
    };
    const files = new Set(tree.filter((file) => !file.startsWith('blog/_pending/')));
    const differing = [...new Set([...changed, ...added])].sort();
    const lost = differing.filter((file) => UPDATE_FILE_RE.test(file) && files.has(file));
    return {
      /** `origin/main`; `HEAD` during a rebase or cherry-pick, which add commits to it, and in a merge without a remote. */
      ref,
      /** What that is for people. */
      place: ref === 'HEAD' ? 'the branch that your commits are added to' : `\`${ref}\``,
      /** Whether this branch has that commit, or is being merged with it. */
      isIncluded: isAdding || (await includes('HEAD')) || (await includes('MERGE_HEAD')),
      /** The files there that publishing wrote. */
      files,
      /** The files that publishing writes and that are not here as they are there; in conflict, missing and new ones too. */
      differing,
      /** Those of updates there that are missing here, or different; none after a redaction, the one reason for that. */
      lost: (await isRedacted(cwd, lost, contentOf)) ? [] : lost,
      contentOf,
      /** Whether a file was committed on a branch that did not have all of this yet. */
      isWithout,
    };
  } catch {
    return undefined;
  }
}

/** The remote's default branch. Without a remote, a merge that stopped has the other branch's updates from elsewhere. */
export async function remoteBranch(git: Git): Promise<string> {
  const head = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD').catch(() => 'origin/main');
  const isKnown = await succeeds(git('rev-parse', '--verify', '--quiet', head.trimEnd()));
  const isStopped = !isKnown && (await git('ls-files', '--unmerged')) !== '';
  return isStopped ? 'HEAD' : head.trimEnd();
}

/** Whether a record of an update has a redaction that it did not have before. */
async function isRedacted(
  cwd: string,
  files: readonly string[],
  contentOf: (file: string) => Promise<Buffer>,
): Promise<boolean> {
  for (const file of files.filter((one) => one.startsWith('ledgers/updates/'))) {
    const now = await readFile(path.join(cwd, file), 'utf8').catch(() => '{}');
    if (redactionsIn(now) > redactionsIn((await contentOf(file)).toString())) return true;
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

/** Whether a rebase or a cherry-pick has stopped. */
async function isAddingCommits(git: Git, cwd: string): Promise<boolean> {
  const names = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD'];
  const places = await git('rev-parse', ...names.flatMap((name) => ['--git-path', name]));
  return places
    .trimEnd()
    .split('\n')
    .some((place) => existsSync(path.resolve(cwd, place)));
}

/** A file in which two branches are in conflict; a side is `undefined` if it has no such file. */
export interface ConflictedFile {
  ours: string | undefined;
  theirs: string | undefined;
}

/** The files in conflict during a merge, rebase, squash or cherry-pick, by path; none without git. */
export async function conflictedFiles(cwd: string): Promise<Map<string, ConflictedFile>> {
  const git = gitIn(cwd);
  const listed = await git('ls-files', '--unmerged', '-z').catch(() => '');
  const files = new Map<string, ConflictedFile>();
  for (const line of pathsIn(listed)) {
    const [, blob = '', stage, file = ''] = /^\d+ (\w+) (\d)\t(.*)$/s.exec(line) ?? [];
    const known = files.get(file) ?? {ours: undefined, theirs: undefined};
    if (stage === '2') known.ours = await git('cat-file', 'blob', blob);
    if (stage === '3') known.theirs = await git('cat-file', 'blob', blob);
    files.set(file, known);
  }
  return files;
}
