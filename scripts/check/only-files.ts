import {existsSync, globSync, realpathSync} from 'node:fs';
import path from 'node:path';
import {listWords, nearestPlace} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {compareText} from '../../src/model/problem.ts';
import type {Found} from './find-problems.ts';

/** The files and folders of the toolkit that somebody named. */
export interface NamedFiles {
  /** Whether a file is one of them, or lies in one; every file is where none are named. */
  has(file: string): boolean;
  /**
   * What was found in them.
   *
   * @throws {ExitError} where nothing in them is checked.
   */
  narrow(found: Found): Found;
}

/**
 * Takes names as they were written: from the folder where the command was typed, or from that of the toolkit.
 *
 * @throws {ExitError} for a name that leads outside, or to nothing.
 */
export function namedFiles({cwd, env = process.env}: Pick<Io, 'cwd' | 'env'>, names: readonly string[]): NamedFiles {
  if (names.length === 0) return {has: () => true, narrow: (found) => found};
  const root = realpathSync(cwd);
  const typedIn = folderOf(root, env.INIT_CWD);
  const wanted = names.map((name) => insideOf(root, typedIn, name));
  const has = (file: string) => wanted.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
  return {
    has,
    narrow(found) {
      // Of two equal titles the other may be blamed: it is this file's matter too.
      const problems = found.problems.filter((problem) => has(problem.path) || has(problem.related?.path ?? ''));
      const checked = found.paths.filter(has).length;
      if (checked > 0 || problems.length > 0) return {...found, problems, checked};
      throw new ExitError(
        `${listWords(names)} ${names.length > 1 ? 'hold' : 'holds'} nothing that is checked, expected pages, notes, records or what they use`,
        'Name a file or folder in `docs/`, `handbook/`, `blog/`, `ledgers/` or `static/`.',
      );
    },
  };
}

/** npm runs a command in the folder of the toolkit, and says in which folder of it somebody typed. */
function folderOf(root: string, typedIn: string | undefined): string {
  if (!typedIn || !existsSync(typedIn)) return root;
  const folder = realpathSync(typedIn);
  return isOutside(path.relative(root, folder)) ? root : folder;
}

function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

function insideOf(root: string, typedIn: string, written: string): string {
  const full = [typedIn, root].map((folder) => path.resolve(folder, written)).find((place) => existsSync(place));
  const relative = path.relative(root, full ?? path.resolve(typedIn, written));
  if (isOutside(relative)) {
    throw new ExitError(
      `\`${written}\` lies outside the toolkit, expected a file in it`,
      'Name a file of this folder.',
    );
  }
  const file = relative.split(path.sep).join('/');
  if (full !== undefined) return file;
  const near = nearestFile(root, file);
  throw new ExitError(
    `\`${written}\` is not there, expected a file or folder of the toolkit`,
    near ? `Write \`${near}\`, the nearest name.` : 'Look for its name, and write it from the folder of the toolkit.',
  );
}

/** The file that was meant; of several that differ in their folders, that with the shortest path. */
function nearestFile(root: string, file: string): string | undefined {
  const known = globSync('{docs,handbook,blog,ledgers,static}/**/*.*', {cwd: root})
    .map((one) => one.split(path.sep).join('/'))
    .sort(compareText);
  const docs = known.filter((one) => one.startsWith('docs/'));
  const [shortest] = known.filter((one) => one.endsWith(`/${file}`)).sort((a, b) => a.length - b.length);
  return nearestPlace(file, docs) ?? nearestPlace(file, known) ?? shortest;
}
