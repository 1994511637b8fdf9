import {gitIn} from './merge-base.ts';

/** The updates on the remote's default branch, as this clone knows it: the text of each file of an update, by its path. */
export interface RemoteUpdates {
  /** `origin/main`. */
  ref: string;
  paths: readonly string[];
  textOf(path: string): Promise<string>;
}

/** Reads them without the network; `undefined` without git or without a remote. */
export async function remoteUpdates(cwd: string): Promise<RemoteUpdates | undefined> {
  const git = gitIn(cwd);
  try {
    const head = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD').catch(() => 'origin/main');
    const ref = head.trimEnd();
    const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
    const listed = await git('ls-tree', '--name-only', '-z', ref, '--', 'blog/');
    const paths = listed.split('\0').filter((path) => path.endsWith('.md'));
    return {ref, paths, textOf: (path) => git('show', `${ref}:${prefix}${path}`)};
  } catch {
    return undefined;
  }
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
  for (const line of listed.split('\0').filter(Boolean)) {
    const [, blob = '', stage, path = ''] = /^\d+ (\w+) (\d)\t(.*)$/s.exec(line) ?? [];
    const known = files.get(path) ?? {ours: undefined, theirs: undefined};
    if (stage === '2') known.ours = await git('cat-file', 'blob', blob);
    if (stage === '3') known.theirs = await git('cat-file', 'blob', blob);
    files.set(path, known);
  }
  return files;
}
