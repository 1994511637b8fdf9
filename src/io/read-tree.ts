import {lstat, readFile} from 'node:fs/promises';
import path from 'node:path';
import {WORDS_FILE} from '../content/check-context.ts';
import {recordedUpdate} from '../content/pages/page-id.ts';
import {compareText} from '../content/problem.ts';
import {isInManifest} from '../content/records/update-record.ts';
import {NAVIGATION_FILE} from '../content/schemas/navigation-schema.ts';
import type {SourceFile, UnreadFile} from '../content/toolkit.ts';
import {toExitError} from './cli/exit-error.ts';
import {listFiles} from './git/list-files.ts';
import {loadSettings, readNavigationFile, readToolkit} from './load-toolkit.ts';
import {readFiles} from './read-files.ts';

const CONTENT = ['docs', 'handbook', 'blog', 'versioned_docs', 'versioned_sidebars', 'ledgers', 'static'];

/** Every file that may contain text, the toolkit in these files, and the one that other files would form. */
export type WholeTree = Awaited<ReturnType<typeof readTree>>;

/**
 * Reads every file that git tracks, and every other file in the folders of the toolkit.
 *
 * @throws {InvalidConfigurationError} where the configuration cannot be used, and {ExitError} where a file cannot be
 * read.
 */
export async function readTree(cwd: string) {
  const settings = loadSettings(cwd);
  const {files: content, unread} = readFiles(cwd, CONTENT, () => true);
  requireReadable(unread);
  content.push(readNavigationFile(cwd));
  const known = new Set(content.map((file) => file.path));
  const others = await readOthers(
    cwd,
    (await listFiles(cwd)).filter((file) => !known.has(file)),
  );
  const files = [...content, ...others].sort((a, b) => compareText(a.path, b.path));
  const toolkitOf = (some: readonly SourceFile[]) =>
    readToolkit(
      settings,
      some.filter((file) => isOfToolkit(file.path)),
      unread,
    );
  return {cwd, files, toolkit: toolkitOf(files), toolkitOf};
}

/**
 * Whether the toolkit reads a file: not the sidebars of editions, and among published files only pages and chart data.
 */
function isOfToolkit(file: string): boolean {
  if (file === WORDS_FILE || file === NAVIGATION_FILE) return true;
  if (file.startsWith('blog/_published/')) return isInManifest(file) || recordedUpdate(file) !== undefined;
  return CONTENT.some((folder) => file.startsWith(`${folder}/`)) && !file.startsWith('versioned_sidebars/');
}

/** Refuses to go on where a file cannot be read, because the text may be in it. */
function requireReadable(unread: readonly UnreadFile[]): void {
  const closed = unread.filter(({reason}) => reason === 'forbidden' || reason === 'gone');
  if (closed.length === 0) return;
  throw toExitError(
    closed.map((file) => ({
      problem: `${file.path}: file or folder cannot be read, expected to read every one`,
      fix: 'Give yourself permission to read it, then run this command again.',
    })),
  );
}

/** Skips tracked files that are deleted, and links. */
async function readOthers(cwd: string, paths: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(
    paths.map(async (file) => {
      const place = path.join(cwd, file);
      const stats = await lstat(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
        throw error;
      });
      return stats?.isFile() ? [{path: file, bytes: await readFile(place)}] : [];
    }),
  );
  return found.flat();
}
