import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gitIn, pathsIn} from './merge-base.ts';

/** The text of a file in the common base of two branches, on ours and on theirs; missing where the file is not there. */
export type Stages = [base: string | undefined, ours: string | undefined, theirs: string | undefined];

/** The files in conflict, with their versions from git's index. None without git. */
export async function filesInConflict(cwd: string): Promise<Map<string, Stages>> {
  const git = gitIn(cwd);
  const files = new Map<string, Stages>();
  for (const entry of pathsIn(await git('ls-files', '--unmerged', '-z').catch(() => ''))) {
    const [, blob = '', stage, file = ''] = /^\d+ (\S+) (\d)\t(.+)$/s.exec(entry) ?? [];
    const stages = files.get(file) ?? [undefined, undefined, undefined];
    files.set(file, stages.with(Number(stage) - 1, await git('cat-file', 'blob', blob)) as Stages);
  }
  return files;
}

/** Merges two versions of a text as git does, with its markers where they conflict. */
export async function mergeTexts(
  cwd: string,
  [base, ours, theirs]: readonly [string, string, string],
  labels: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'toolkit-'));
  try {
    const files = ['ours', 'base', 'theirs'].map((name) => path.join(folder, name));
    for (const [index, text] of [ours, base, theirs].entries()) await writeFile(files[index] ?? '', text);
    return await gitIn(cwd)('merge-file', '--stdout', ...labels.flatMap((label) => ['-L', label]), ...files);
  } catch (error) {
    const {code, stdout} = error as {code?: unknown; stdout?: string};
    // It ends with the number of conflicts, at most 127.
    if (typeof code === 'number' && code < 128 && stdout !== undefined) return stdout;
    throw error;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
