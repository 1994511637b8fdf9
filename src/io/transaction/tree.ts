import type {Stats} from 'node:fs';
import type * as fs from 'node:fs/promises';
import path from 'node:path';
import {ExitError} from '../cli/exit-error.ts';
import {hashOf} from '../fingerprint.ts';

/** What a transaction asks of a disk; tests pass one that fails half-way. */
export type Disk = Pick<
  typeof fs,
  'lstat' | 'mkdir' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'rmdir' | 'writeFile'
>;

export interface Tree {
  cwd: string;
  disk: Disk;
}

/** The folder of a transaction; inside the tree, so that a rename never crosses file systems. */
export const OWN_FOLDER = '.toolkit/transaction';

/** A transaction that could not be completed or undone. */
export class TransactionError extends ExitError {
  override name = 'TransactionError';
}

/** The result of a call to the disk; `undefined` where nothing is at that path. */
export async function unlessMissing<T>(result: Promise<T>): Promise<T | undefined> {
  return result.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

export async function exists({cwd, disk}: Tree, file: string): Promise<boolean> {
  return (await unlessMissing(disk.lstat(path.join(cwd, file)))) !== undefined;
}

/** The hash of a file; `null` where there is none. */
export async function hashAt({cwd, disk}: Tree, file: string): Promise<string | null> {
  const bytes = await unlessMissing(disk.readFile(path.join(cwd, file)));
  return bytes ? hashOf(bytes) : null;
}

/** Folders where a file may run unnoticed as a program. Windows ignores dots and spaces at the end of a name. */
const CLOSED_FOLDERS = /^(?:\.git|git~1|\.toolkit|node_modules)[. ]*(?:\/|$)/i;

/** Whether a transaction may change a path inside the tree, leaving links aside. */
export function isChangeable(file: string): boolean {
  const isInside = path.posix.normalize(file) === file && !/^(?:\.\.?(?:\/|$)|\/)|[:\\\0]|\/$/.test(file);
  return isInside && !CLOSED_FOLDERS.test(file);
}

/**
 * The content and the permissions of a file, `0o644`; `undefined` where there is none.
 *
 * @throws {TransactionError} where the path is outside the tree, passes through a link, or is not a file.
 */
export async function lookAtFile(tree: Tree, file: string): Promise<{bytes: Buffer; mode: number} | undefined> {
  if (!isChangeable(file)) {
    const problem = `\`${file}\` cannot be changed by a command, expected a path inside the toolkit's folder`;
    throw new TransactionError(problem, 'Name a file inside the toolkit.');
  }
  for (const folder of foldersAbove(file).reverse()) if (!(await look(tree, folder, 'folder'))) return undefined;
  const stats = await look(tree, file, 'file');
  return stats && {bytes: await tree.disk.readFile(path.join(tree.cwd, file)), mode: stats.mode & 0o7777};
}

/**
 * What is at a path; `undefined` for nothing.
 *
 * @throws {TransactionError} for anything else, above all a link, which would redirect the writing.
 */
export async function look({cwd, disk}: Tree, place: string, kind: 'file' | 'folder'): Promise<Stats | undefined> {
  const stats = await unlessMissing(disk.lstat(path.join(cwd, place)));
  if (!stats || (kind === 'file' ? stats.isFile() : stats.isDirectory())) return stats;
  const found = stats.isSymbolicLink() ? 'a symbolic link' : `no ${kind}`;
  const problem = `\`${place}\` is ${found}, expected a ${kind} or nothing`;
  throw new TransactionError(problem, 'Move it away or delete it, and run the command again.');
}

/** The folders that contain a file, deepest first, without the root. */
export function foldersAbove(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
}

/** Removes folders, one after the other, up to the first that is not empty. */
export async function removeEmptyFolders({cwd, disk}: Tree, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await unlessMissing(disk.rmdir(path.join(cwd, folder)));
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
      throw error;
    }
  }
}

const ROOM = 'Make room on the disk, and run the command again.';
const RIGHT = 'Give yourself permission to write there, and run the command again.';
const FIXES: Readonly<Record<string, string>> = {ENOSPC: ROOM, EDQUOT: ROOM, EACCES: RIGHT, EPERM: RIGHT, EROFS: RIGHT};

/** Describes a failure of the disk in one sentence that begins with its effect; returns other errors unchanged. */
export function explainFailure(error: unknown, effect: string, cwd: string): unknown {
  const {code, syscall, path: from, dest, message} = error as NodeJS.ErrnoException & {dest?: string};
  // Only errors of the system name a system call; any other error is a bug, or explained already.
  if (code === undefined || syscall === undefined) return error;
  const place = dest ?? from;
  const where = place === undefined ? '' : ` \`${path.relative(cwd, place) || '.'}\``;
  const fix = FIXES[code] ?? 'Fix that, and run the command again.';
  return new TransactionError(`${effect} (${message.replace(/, .*$/s, '')}, ${syscall}${where})`, fix, {cause: error});
}
