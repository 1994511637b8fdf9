import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {gitIn, pathsIn, succeeds} from './merge-base.ts';

/** Folders that no git repository contains. */
const NEVER = new Set(['.git', '.toolkit', '.docusaurus', '.tmp', 'build', 'node_modules', 'outbox', 'report']);

/** Every file that git tracks in a folder, or would track; without git, every file there. */
export async function listFiles(cwd: string): Promise<string[]> {
  try {
    const output = await gitIn(cwd)('ls-files', '-z', '--cached', '--others', '--exclude-standard');
    return [...new Set(pathsIn(output))];
  } catch {
    return walk(cwd, '');
  }
}

/**
 * The files among these that have uncommitted changes. None outside a git repository, because nothing is committed
 * there.
 */
export async function uncommittedFiles(cwd: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const git = gitIn(cwd);
  if (!(await succeeds(git('rev-parse', '--verify', '--quiet', 'HEAD')))) return [];
  const [changed, prefix] = await Promise.all([
    git('status', '--porcelain', '-z', '--untracked-files=all', '--ignored', '--no-renames', '--', '.'),
    git('rev-parse', '--show-prefix'),
  ]);
  const paths = new Set(changed.split('\0').map((line) => line.slice('XY '.length).slice(prefix.trimEnd().length)));
  return files.filter((file) => paths.has(file));
}

async function walk(cwd: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(cwd, folder), {withFileTypes: true});
  const found = await Promise.all(
    entries.map(async (entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : walk(cwd, file);
      return entry.isFile() ? [file] : [];
    }),
  );
  return found.flat();
}
