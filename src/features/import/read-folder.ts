import {lstatSync, readdirSync, realpathSync} from 'node:fs';
import path from 'node:path';
import {ExitError} from '../../io/cli/exit-error.ts';
import {readFiles} from '../../io/read-files.ts';
import type {Loss} from './losses.ts';
import {readMenu} from './read-menu.ts';

export type OldSite = ReturnType<typeof readFolder>;

/** A larger file could use up the memory. */
const MAX_BYTES = 20_000_000;

/** Folders that no pages are in. */
const NO_CONTENT = /(^|\/)(\.[^/]*|node_modules|_site|_layouts|_includes|site-packages)(\/|$)/;

/**
 * Reads a folder of Markdown. Where a generator's menu is in it, its pages are in a folder of their own, and what else is
 * there is listed as not read. Symbolic links are not followed, and nothing outside the folder is read.
 *
 * @throws {ExitError} where the folder has no pages that can be read.
 */
export function readFolder(cwd: string, named: string) {
  const folder = path.resolve(cwd, named);
  if (!lstatSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new ExitError(`\`${named}\` is no folder, expected one with pages`, 'Name the folder of its repository.');
  const [down, up] = [path.relative(folder, realpathSync(cwd)), path.relative(realpathSync(cwd), folder)];
  if (!down.startsWith('..') || !up.startsWith('..'))
    throw new ExitError(
      `\`${named}\` and this toolkit are in one folder, expected another one`,
      'Move one of them out.',
    );
  const names = readdirSync(folder).sort();
  const top = path.basename(folder);
  const inside = (file: string) => file.slice(top.length + 1);
  const losses: Loss[] = [];
  const isRead = (file: string) => {
    if (NO_CONTENT.test(inside(file))) return false;
    const isLarge = lstatSync(path.join(path.dirname(folder), file)).size > MAX_BYTES;
    if (isLarge) losses.push({name: 'page', file: inside(file), found: 'it is too large'});
    return !isLarge;
  };
  const {pages, menu, isDocusaurus, losses: menuLosses} = readMenu(folder, names);
  if (path.isAbsolute(pages) || pages.startsWith('..'))
    throw new ExitError(`\`docs_dir\` names \`${pages}\`, expected a folder in \`${named}\``, 'Correct the settings.');
  const statics = pages !== '.' && names.includes('static') ? ['static'] : [];
  const roots = [pages, ...statics];
  const read = readFiles(
    path.dirname(folder),
    roots.map((root) => path.posix.join(top, root)),
    isRead,
  );
  const special = read.unread.filter(({path: file, reason}) => reason !== 'folder' && !NO_CONTENT.test(inside(file)));
  losses.push(...special.map(({path: file, reason}): Loss => ({name: 'page', file: inside(file), found: reason})));
  const isElsewhere = (name: string) => !roots.includes(pages === '.' ? '.' : name) && !NO_CONTENT.test(name);
  const parts = names.filter((name) => isElsewhere(name) && !name.startsWith('sidebars.'));
  losses.unshift(...parts.map((file): Loss => ({name: 'part', file})), ...menuLosses);
  const files = new Map(read.files.map((file) => [inside(file.path), file]));
  if (![...files.keys()].some((file) => /\.mdx?$/.test(file)))
    throw new ExitError(`\`${named}\` has no page, expected files that end in \`.md\``, 'Name the folder they are in.');
  return {pages, statics, menu, isDocusaurus, files, losses};
}

export function inPages({pages}: Pick<OldSite, 'pages'>, file: string): string {
  if (pages === '.') return file;
  return file.startsWith(`${pages}/`) ? file.slice(pages.length + 1) : `../${file}`;
}
