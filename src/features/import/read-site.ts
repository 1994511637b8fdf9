import {lstatSync, readdirSync, realpathSync} from 'node:fs';
import path from 'node:path';
import {fileText} from '../../content/files/file-text.ts';
import {listWords} from '../../format/nearest.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {readFiles, readRootFile} from '../../io/read-files.ts';
import type {Loss} from './losses.ts';
import {SITE_KINDS, type SiteSettings} from './site-kinds.ts';

/** An old site, as it is in its folder. */
export type OldSite = ReturnType<typeof readSite>;

/** A page of the old site, and where it goes. */
export interface OldPage {
  file: string;
  frontMatter: Readonly<Record<string, unknown>>;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  id: string;
  /** Every address that it had, the latest first. */
  addresses: string[];
}

/** A larger file could use up the memory. */
const MAX_BYTES = 20_000_000;

/** Folders that no pages are in. */
const NO_CONTENT = /(^|\/)(\.[^/]*|node_modules|_site|site-packages)(\/|$)/;

/**
 * Reads an old site. Symbolic links are not followed, and nothing outside the folder is read.
 *
 * @throws {ExitError} where the folder has no site that can be read.
 */
export function readSite(cwd: string, named: string) {
  const folder = path.resolve(cwd, named);
  if (!lstatSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new ExitError(
      `\`${named}\` is no folder, expected the folder of a site`,
      'Name the folder of its repository.',
    );
  if (!path.relative(folder, realpathSync(cwd)).startsWith('..'))
    throw new ExitError(`\`${named}\` contains this toolkit, expected another folder`, 'Move the toolkit out of it.');
  const names = readdirSync(folder).sort();
  const found = SITE_KINDS.flatMap((kind) =>
    names.filter((name) => kind.marker.test(name)).map((name) => ({kind, name})),
  );
  const [first] = found;
  if (!first) {
    const expected = `the settings of ${listWords(SITE_KINDS.map(({name}) => name))}`;
    throw new ExitError(
      `\`${named}\` has no settings of a site, expected ${expected}`,
      'Name the folder of its repository.',
    );
  }
  const {kind, name} = first;
  const {bytes} = readRootFile(folder, name);
  const settings = kind.settings((bytes && fileText(bytes)) ?? '');
  const roots = [
    ...new Set([settings.pages, ...settings.statics].map((root) => path.posix.normalize(root).replace(/\/$/, ''))),
  ];
  const outside = roots.find((root) => root.startsWith('..') || path.isAbsolute(root));
  if (outside !== undefined)
    throw new ExitError(
      `\`${name}\` names the folder \`${outside}\`, expected one in \`${named}\``,
      'Correct the settings.',
    );
  const losses: Loss[] = [];
  const isRead = (file: string) => {
    if (NO_CONTENT.test(file)) return false;
    const {size} = lstatSync(path.join(path.dirname(folder), file));
    const isLarge = size > MAX_BYTES;
    if (isLarge) losses.push({name: 'large', file: inside(file)});
    return !isLarge;
  };
  const top = path.basename(folder);
  const inside = (file: string) => file.slice(top.length + 1);
  const read = readFiles(
    path.dirname(folder),
    roots.map((root) => path.posix.join(top, root)),
    isRead,
  );
  const special = read.unread.filter(({path: file}) => !NO_CONTENT.test(file));
  losses.push(...special.map(({path: file, reason}): Loss => ({name: 'special', file: inside(file), found: reason})));
  return {
    kind,
    settingsFile: name,
    settings: {...settings, pages: roots[0] ?? '.'},
    files: new Map(read.files.map((file) => [inside(file.path), file])),
    losses,
  };
}

/** The path of a file in the folder of pages. */
export function inPages({settings}: {settings: Pick<SiteSettings, 'pages'>}, file: string): string {
  if (settings.pages === '.') return file;
  return file.startsWith(`${settings.pages}/`) ? file.slice(settings.pages.length + 1) : `../${file}`;
}
