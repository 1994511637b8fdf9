import {existsSync} from 'node:fs';
import path from 'node:path';
import {listWords, nearestPlace} from '../../src/content/nearest.ts';
import {ExitError} from '../io.ts';
import type {Found} from './find-problems.ts';

/**
 * What was found in some files or folders of the toolkit, as somebody wrote them; all of it where none are named.
 *
 * @throws {ExitError} for a path that leads outside, to nothing, or to nothing that is checked.
 */
export function onlyFiles(found: Found, cwd: string, paths: readonly string[]): Found {
  if (paths.length === 0) return found;
  const wanted = paths.map((written) => insideOf(cwd, written, found.paths));
  const isWanted = (file: string) => wanted.some((one) => file === one || file.startsWith(`${one}/`));
  const checked = found.paths.filter(isWanted).length;
  if (checked === 0 && found.problems.every((problem) => !isWanted(problem.path))) {
    throw new ExitError(
      `${listWords(paths)} ${paths.length > 1 ? 'hold' : 'holds'} nothing that is checked, expected pages, notes, records or what they use`,
      'Name a file or folder in `docs/`, `handbook/`, `blog/`, `ledgers/` or `static/`.',
    );
  }
  return {
    ...found,
    // Of two equal titles the other may be blamed: it is this file's matter too.
    problems: found.problems.filter((problem) => isWanted(problem.path) || isWanted(problem.related?.path ?? '')),
    checked,
  };
}

function insideOf(cwd: string, written: string, known: readonly string[]): string {
  const relative = path.relative(cwd, path.resolve(cwd, written)).split(path.sep).join('/');
  if (relative === '..' || relative.startsWith('../') || path.isAbsolute(relative)) {
    throw new ExitError(
      `\`${written}\` lies outside the toolkit, expected a file in it`,
      'Name a file of this folder.',
    );
  }
  if (!existsSync(path.join(cwd, relative))) {
    const near = nearestPlace(relative, known);
    throw new ExitError(
      `\`${written}\` is not there, expected a file or folder of the toolkit`,
      near ? `Write \`${near}\`, the nearest name.` : 'Look for its name, and write it from the folder of the toolkit.',
    );
  }
  return relative;
}
