import path from 'node:path';
import {TransactionError} from './transaction-error.ts';
import type {Tree} from './tree.ts';
import {locate} from './tree.ts';

/** A file as it lies on the disk. */
export interface FoundFile {
  bytes: Uint8Array;
  /** Its permissions, `0o644`. */
  mode: number;
}

/** Where nobody looks, and where a file may run as a program: git's own, ours, and what npm installed. */
const CLOSED_FOLDERS = ['.git', '.toolkit', 'node_modules'];

/** Whether a path names a place inside the tree that a transaction may change, links aside. */
export function isChangeable(file: string): boolean {
  const [first = ''] = file.toLowerCase().split('/');
  return (
    path.posix.normalize(file) === file &&
    !/^(?:[a-z]:|\.\.?(?:\/|$)|\/)|[\\\0]|\/$/i.test(file) &&
    !CLOSED_FOLDERS.includes(first)
  );
}

/**
 * What lies at a path; `undefined` where nothing does.
 *
 * @throws {TransactionError} where the path leads out of the tree, goes through a link, or leads to no file.
 */
export async function lookAtFile(tree: Tree, file: string): Promise<FoundFile | undefined> {
  if (!isChangeable(file)) {
    throw new TransactionError(
      `\`${file}\` is no place that a command may change, expected a path inside the toolkit's folder`,
      'Name a file inside the toolkit.',
    );
  }
  const segments = file.split('/');
  for (const [index] of segments.entries()) {
    const place = segments.slice(0, index + 1).join('/');
    const stats = await tree.disk.look(locate(tree, place));
    if (!stats) return undefined;
    if (stats.isSymbolicLink()) {
      throw new TransactionError(
        `\`${place}\` is a symbolic link, expected the files and folders of the toolkit itself`,
        'Put what it stands for in its place, and run the command again.',
      );
    }
    const isLast = index === segments.length - 1;
    if (isLast ? !stats.isFile() : !stats.isDirectory()) {
      throw new TransactionError(
        `\`${place}\` is no ${isLast ? 'file' : 'folder'}, expected ${isLast ? 'a file' : 'a folder'} or nothing`,
        'Move what lies there out of the way, and run the command again.',
      );
    }
    if (isLast) {
      const bytes = await tree.disk.read(locate(tree, file));
      return bytes && {bytes, mode: stats.mode & 0o7777};
    }
  }
  return undefined;
}
