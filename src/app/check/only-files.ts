import {existsSync, globSync, realpathSync} from 'node:fs';
import path from 'node:path';
import {compareText} from '../../content/problem.ts';
import {listWords, nearestPlace} from '../../format/nearest.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import type {Found} from './find-problems.ts';

/** A filter for the files and folders named on the command line. */
export interface NamedFiles {
  /** Whether a file is named or in a named folder. Without names, every file is. */
  has(file: string): boolean;
  /**
   * The problems in the named files.
   *
   * @throws {ExitError} if none of them is checked.
   */
  narrow(found: Found): Found;
}

/**
 * Resolves names relative to the folder where the command was typed, or to that of the toolkit.
 *
 * @throws {ExitError} for a name outside the toolkit, or of a missing file.
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
      // A problem of two files, such as equal titles, may be reported on the other one.
      const problems = found.problems.filter((problem) => has(problem.path) || has(problem.related?.path ?? ''));
      const checked = found.paths.filter(has).length;
      if (checked > 0 || problems.length > 0) return {...found, problems, checked};
      throw new ExitError(
        `nothing in ${listWords(names)} is checked, expected pages, notes, records or files they use`,
        'Name a file or folder in `docs/`, `handbook/`, `blog/`, `ledgers/` or `static/`.',
      );
    },
  };
}

/** The folder where the command was typed. npm runs it in the toolkit's folder, and passes the original one. */
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
    throw new ExitError(`\`${written}\` is outside the toolkit, expected a file inside`, 'Name a file in this folder.');
  }
  const file = relative.split(path.sep).join('/');
  if (full !== undefined) return file;
  const near = nearestFile(root, file);
  throw new ExitError(
    `\`${written}\` does not exist, expected a file or folder of the toolkit`,
    near ? `Write \`${near}\`, the nearest name.` : 'Look for its name, and write it from the folder of the toolkit.',
  );
}

/** The likely file; if several have the same name, the one with the shortest path. */
function nearestFile(root: string, file: string): string | undefined {
  const known = globSync('{docs,handbook,blog,ledgers,static}/**/*.*', {cwd: root})
    .map((one) => one.split(path.sep).join('/'))
    .sort(compareText);
  const docs = known.filter((one) => one.startsWith('docs/'));
  const [shortest] = known.filter((one) => one.endsWith(`/${file}`)).sort((a, b) => a.length - b.length);
  return nearestPlace(file, docs) ?? nearestPlace(file, known) ?? shortest;
}
