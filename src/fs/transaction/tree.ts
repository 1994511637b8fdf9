import path from 'node:path';
import {hashOf} from '../fingerprint.ts';
import type {Disk} from './disk.ts';

/** The folder of a transaction; inside the tree, so that a rename never crosses file systems. */
export const TRANSACTION_FOLDER = '.toolkit/transaction';

export interface Tree {
  cwd: string;
  disk: Disk;
}

export function locate({cwd}: Tree, file: string): string {
  return path.join(cwd, file);
}

/** The full path of a file of the transaction itself. */
export function locateOwn(tree: Tree, ...names: string[]): string {
  return path.join(tree.cwd, TRANSACTION_FOLDER, ...names);
}

/** The folders that contain a file, deepest first, without the root. */
export function foldersAbove(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
}

/** The hash of a file; `null` where there is none. */
export async function hashAt({disk}: Tree, file: string): Promise<string | null> {
  const bytes = await disk.read(file);
  return bytes ? hashOf(bytes) : null;
}
