import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {keepResult, recall} from '../../content/memo.ts';
import {compareText} from '../../content/problem.ts';
import {type FileLinks, linksOf} from '../links/scan-links.ts';
import {fullHash} from '../render/hash.ts';

/** Where a refused build stays, below the toolkit. */
export const REFUSED_BUILD = '.docusaurus/refused-build';

/** The content of a built file that takes time to make. */
export interface Recipe {
  /** Changes with everything that decides the content. */
  key: string;
  make(): string;
}

export type Content = string | Uint8Array | Recipe;

/** A file of this build, as far as it is made. */
interface BuiltFile {
  /** What decides its content; nothing for a file that Docusaurus wrote. */
  key?: string;
  links: FileLinks | undefined;
  /** Whether it is the file of the build before, which is still in its folder. */
  isKept?: boolean;
}

/** A file as a build left it: one that was changed since is written again. */
interface LeftFile extends Pick<BuiltFile, 'links'> {
  key: string;
  size: number;
  changed: number;
}

/** What is known of the files of the build before, by their paths. */
const LEFT = 'files of the build before';

/**
 * Writes built files into the folder where Docusaurus and every plugin write, and brings the build before back if this one
 * is refused. A file of the build before that would be the same is neither made nor read again.
 */
export class OutputFolder {
  readonly #dir: string;
  readonly #refused: string;
  /** Where the build before is while this one is made. */
  readonly #previous: string;
  readonly #files = new Map<string, BuiltFile>();
  readonly #folders = new Set<string>();
  #left: ReadonlyMap<string, LeftFile> = new Map();
  #isMade = true;

  constructor(dir: string, siteDir: string) {
    this.#dir = dir;
    this.#refused = path.join(siteDir, REFUSED_BUILD);
    this.#previous = path.join(siteDir, '.docusaurus', 'previous-build');
  }

  /** Moves the build before out of the way; called before Docusaurus empties the folder. */
  begin(): void {
    // A build that was stopped left it there.
    const isStopped = existsSync(this.#previous);
    for (const folder of [this.#refused, ...(isStopped ? [this.#dir] : [])])
      rmSync(folder, {recursive: true, force: true});
    try {
      mkdirSync(path.dirname(this.#previous), {recursive: true});
      if (!isStopped && existsSync(this.#dir)) renameSync(this.#dir, this.#previous);
    } catch {
      // A mounted folder cannot be moved: what is in it stays, as with Docusaurus alone.
      return;
    }
    this.#isMade = false;
    this.#left = recall<ReadonlyMap<string, LeftFile>>(LEFT, [this.#dir])?.value ?? this.#left;
    process.once('exit', () => this.refuse());
  }

  /** Brings the build before back, unless this one is finished; the process ends with it wherever it fails. */
  refuse(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    if (existsSync(this.#dir)) {
      for (const [file, {isKept}] of this.#files) {
        if (isKept) linkSync(path.join(this.#previous, file), this.#placeOf(file));
      }
      renameSync(this.#dir, this.#refused);
    }
    if (existsSync(this.#previous)) renameSync(this.#previous, this.#dir);
  }

  /** Takes the wanted files that Docusaurus wrote, and removes the others. */
  adopt(isWanted: (file: string) => boolean): void {
    for (const file of filesBelow(this.#dir)) {
      const place = path.join(this.#dir, file);
      if (isWanted(file)) this.#files.set(file, {links: linksOf(file, () => readFileSync(place))});
      else this.remove(file);
    }
  }

  /** Writes files by their path in the folder, in order: a later content of the same file replaces an earlier one. */
  write(files: readonly (readonly [file: string, content: Content])[]): void {
    // It waits for each file: thousands of small ones are written in half the time without the thread pool.
    for (const [file, content] of files) {
      const {key, make} =
        typeof content === 'object' && 'make' in content ? content : {key: fullHash(content), make: () => content};
      const earlier = this.#files.get(file);
      if (earlier?.key === key) continue;
      if (earlier) this.remove(file);
      const left = this.#left.get(file);
      if (left?.key === key && isAsLeft(path.join(this.#previous, file), left)) {
        this.#files.set(file, {key, links: left.links, isKept: true});
        continue;
      }
      const made = make();
      writeFileSync(this.#placeOf(file), made);
      this.#files.set(file, {key, links: linksOf(file, () => made)});
    }
  }

  /** Where a file of this build goes, in a folder that exists. */
  #placeOf(file: string): string {
    const place = path.join(this.#dir, file);
    const folder = path.dirname(place);
    if (!this.#folders.has(folder)) mkdirSync(folder, {recursive: true});
    this.#folders.add(folder);
    return place;
  }

  /** Every file of this build so far, in the same order on every machine. */
  list(): string[] {
    return [...this.#files.keys()].sort(compareText);
  }

  /** The links of a file, which were read when it was written. */
  linksOf(file: string): FileLinks | undefined {
    return this.#files.get(file)?.links;
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Whether this build wrote another content in place of a file that Docusaurus copied. */
  hasReplaced(file: string, content: Uint8Array): boolean {
    const {key} = this.#files.get(file) ?? {};
    return key !== undefined && key !== fullHash(content);
  }

  /** Puts this build in place of the one before, of which it keeps the files that are the same. */
  finish(): void {
    for (const file of filesBelow(this.#dir)) if (!this.#files.has(file)) this.remove(file);
    this.#isMade = true;
    if (existsSync(this.#previous)) {
      // A build that is stopped from here on has been made: the next one writes again what it does not find as it was left.
      renameSync(this.#dir, this.#refused);
      renameSync(this.#previous, this.#dir);
      this.#folders.clear();
      for (const file of filesBelow(this.#dir)) if (!this.#files.get(file)?.isKept) this.#delete(file);
      for (const file of filesBelow(this.#refused)) renameSync(path.join(this.#refused, file), this.#placeOf(file));
      rmSync(this.#refused, {recursive: true, force: true});
    }
    const left = [...this.#files].flatMap(([file, {key, links}]): [string, LeftFile][] => {
      const {size, mtimeMs: changed} = statSync(path.join(this.#dir, file));
      return key === undefined ? [] : [[file, {key, size, changed, links}]];
    });
    keepResult(LEFT, [this.#dir], new Map(left));
  }

  /** Takes a file out of this build. */
  remove(file: string): void {
    if (!this.#files.get(file)?.isKept) this.#delete(file);
    this.#files.delete(file);
  }

  /** Deletes a file, and the folders that are empty without it. */
  #delete(file: string): void {
    rmSync(path.join(this.#dir, file));
    try {
      for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
        rmdirSync(path.join(this.#dir, folder));
        this.#folders.delete(path.join(this.#dir, folder));
      }
    } catch {}
  }
}

function isAsLeft(place: string, {size, changed}: LeftFile): boolean {
  const found = statSync(place, {throwIfNoEntry: false});
  return found?.size === size && found.mtimeMs === changed;
}

/** Every file below a folder, in the same order on every machine. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(compareText);
}
