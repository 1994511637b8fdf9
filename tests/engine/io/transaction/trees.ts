import {chmodSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {folderWith} from '../../support/run-command.ts';
import type {AFTER, BEFORE} from './rebuilding.ts';

/** A temporary folder with one of the two trees; one file is a program. */
export function folderOf(files: typeof BEFORE | typeof AFTER): string {
  const folder = folderWith(files);
  chmodSync(path.join(folder, 'tools/run.sh'), 0o750);
  return folder;
}

/** To leave nothing out of a tree that is read. */
export const NOTHING = /(?!)/;

/** Every folder and file of a tree, with its permissions and every byte; without what a transaction keeps for itself. */
export function readTree(folder: string, ignored = /^\.toolkit(?:\/|$)/): Record<string, string> {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort();
  return Object.fromEntries(
    names
      .filter((name) => !ignored.test(name))
      .map((name) => {
        const place = path.join(folder, name);
        const stats = statSync(place);
        const content = stats.isDirectory() ? 'folder' : readFileSync(place, 'base64');
        return [name, `${(stats.mode & 0o777).toString(8)} ${content}`];
      }),
  );
}
