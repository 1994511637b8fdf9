import path from 'node:path';
import {TransactionError} from './transaction-error.ts';
import {locate, type Tree} from './tree.ts';

export interface FoundFile {
  bytes: Uint8Array;
  /** Its permissions, `0o644`. */
  mode: number;
}

/**
 * Folders where a file may run unnoticed as a program: those of git, of transactions and of npm packages. Windows also
 * knows git's by a short name.
 */
const CLOSED_FOLDERS = ['.git', 'git~1', '.toolkit', 'node_modules'];

/** Whether a transaction may change a path inside the tree, leaving links aside. */
export function isChangeable(file: string): boolean {
  // Windows ignores dots and spaces at the end of a name, and what follows a colon names a part of the file.
  const first = file
    .toLowerCase()
    .split('/', 1)
    .join()
    .replace(/[. ]*(?::.*)?$/, '');
  return (
    path.posix.normalize(file) === file &&
    !/^(?:[a-z]:|\.\.?(?:\/|$)|\/)|[\\\0]|\/$/i.test(file) &&
    !CLOSED_FOLDERS.includes(first)
  );
}

/**
 * The file at a path; `undefined` where there is none.
 *
 * @throws {TransactionError} where the path is outside the tree, passes through a link, or is not a file.
 */
export async function lookAtFile(tree: Tree, file: string): Promise<FoundFile | undefined> {
  if (!isChangeable(file)) {
    throw new TransactionError(
      `\`${file}\` cannot be changed by a command, expected a path inside the toolkit's folder`,
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
        'Replace the link with the file or folder, and run the command again.',
      );
    }
    const isLast = index === segments.length - 1;
    if (isLast ? !stats.isFile() : !stats.isDirectory()) {
      throw new TransactionError(
        `\`${place}\` is no ${isLast ? 'file' : 'folder'}, expected ${isLast ? 'a file' : 'a folder'} or nothing`,
        'Move it away or delete it, and run the command again.',
      );
    }
    if (isLast) {
      const bytes = await tree.disk.read(locate(tree, file));
      return bytes && {bytes, mode: stats.mode & 0o7777};
    }
  }
  return undefined;
}
