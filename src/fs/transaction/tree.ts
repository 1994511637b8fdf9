import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Disk} from './disk.ts';

/** Where a transaction keeps its things: inside the tree, so that a rename never crosses file systems. */
export const TRANSACTION_FOLDER = '.toolkit/transaction';

/** The folder of a toolkit, and the disk it lies on. */
export interface Tree {
  cwd: string;
  disk: Disk;
}

/** The full path of a file of the tree. */
export function locate({cwd}: Tree, file: string): string {
  return path.join(cwd, file);
}

/** The full path of something that the transaction keeps for itself. */
export function locateOwn(tree: Tree, ...names: string[]): string {
  return path.join(tree.cwd, TRANSACTION_FOLDER, ...names);
}

/** The folders that a file lies in, deepest first, without the tree's own. */
export function foldersAbove(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
}

/** What a file holds, short enough for a journal: SHA-256 in hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of the file that lies there; `null` where nothing does. */
export async function hashAt({disk}: Tree, file: string): Promise<string | null> {
  const bytes = await disk.read(file);
  return bytes ? hashOf(bytes) : null;
}
