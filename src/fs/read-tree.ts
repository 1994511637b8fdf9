import {lstat, readFile} from 'node:fs/promises';
import path from 'node:path';
import {WORDS_FILE} from '../model/check-context.ts';
import {compareText} from '../model/problem.ts';
import {NAVIGATION_FILE} from '../model/schemas/navigation-schema.ts';
import type {SourceFile, Toolkit, UnreadFile} from '../model/toolkit.ts';
import {isVouchedFor} from '../model/updates/update-record.ts';
import {refusal} from './exit-error.ts';
import {listFiles} from './git/list-files.ts';
import {loadSettings, readNavigationFile, readToolkit} from './load-toolkit.ts';
import {readFiles} from './read-files.ts';

const CONTENT = ['docs', 'handbook', 'blog', 'versioned_docs', 'versioned_sidebars', 'ledgers', 'static'];

/** Every file in which words may stand, and the toolkit that they make. */
export interface WholeTree {
  cwd: string;
  files: SourceFile[];
  toolkit: Toolkit;
  /** The toolkit that other files would make. */
  toolkitOf(files: readonly SourceFile[]): Toolkit;
}

/**
 * Reads everything that git tracks, and whatever else lies in the folders of the toolkit.
 *
 * @throws {InvalidConfigurationError} where the configuration cannot be used, and {ExitError} where a file cannot be read.
 */
export async function readTree(cwd: string): Promise<WholeTree> {
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

/** What lies in the folders of the toolkit; sidebars of editions are Docusaurus' own, and of texts on record pages and their data alone are read. */
function isOfToolkit(file: string): boolean {
  if (file === WORDS_FILE || file === NAVIGATION_FILE) return true;
  if (file.startsWith('blog/_published/')) return isVouchedFor(file);
  return CONTENT.some((folder) => file.startsWith(`${folder}/`)) && !file.startsWith('versioned_sidebars/');
}

/** What cannot be read may hold the words. */
function requireReadable(unread: readonly UnreadFile[]): void {
  const closed = unread.filter(({reason}) => reason === 'forbidden' || reason === 'gone');
  if (closed.length === 0) return;
  throw refusal(
    closed.map((file) => ({
      problem: `${file.path}: file or folder cannot be read, expected to look into every one`,
      fix: 'Get the right to read it, then run this command again.',
    })),
  );
}

/** A file that git knows and that is deleted holds nothing; a link is no file. */
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
