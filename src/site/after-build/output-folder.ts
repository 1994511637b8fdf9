import {
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
import {compareText} from '../../content/problem.ts';
import {type FileLinks, linksOf} from '../links/scan-links.ts';
import {fullHash} from '../render/hash.ts';

/** How far the times of files may lag behind the clock, in milliseconds. */
const COARSE = 20;

/** What the last build wrote. */
interface Written {
  /** The code that wrote them. */
  engine: string;
  /** The folder of the built files, so that another one in its place is not taken for it. */
  inode: number;
  /** When the build had finished, in milliseconds: a later change was made by hand. */
  finished: number;
  /** A hash of each file. */
  files: Record<string, string>;
}

/** Where a refused build stays, below the toolkit. */
export const REFUSED_BUILD = '.docusaurus/refused-build';

/**
 * Writes built files into the folder where Docusaurus and every plugin write, and brings the build before back if this one
 * is refused. Files that are the same, most of them after an edit, are links to those of the build before; a changed one
 * is a new file, so that nothing is written through a link.
 */
export class OutputFolder {
  readonly #dir: string;
  readonly #refused: string;
  /** Where the build before is while this one is made. */
  readonly #previous: string;
  readonly #listFile: string;
  readonly #engine: string;
  readonly #files = new Map<string, string>();
  readonly #links = new Map<string, FileLinks | undefined>();
  readonly #folders = new Set<string>();
  #present = new Set<string>();
  #known: Written | undefined;
  #isMade = true;

  constructor(dir: string, {siteDir, cacheDir, engine}: {siteDir: string; cacheDir: string; engine: string}) {
    this.#dir = dir;
    this.#engine = engine;
    this.#refused = path.join(siteDir, REFUSED_BUILD);
    this.#previous = path.join(siteDir, '.docusaurus', 'previous-build');
    this.#listFile = path.join(cacheDir, 'built-files.json');
  }

  /** Moves the build before out of the way; called before Docusaurus empties the folder. */
  begin(): void {
    const known = this.#readList();
    // A build that was stopped left it there.
    const isStopped = known !== undefined && inodeOf(this.#previous) === known.inode;
    for (const folder of [this.#refused, isStopped ? this.#dir : this.#previous])
      rmSync(folder, {recursive: true, force: true});
    try {
      mkdirSync(path.dirname(this.#previous), {recursive: true});
      if (!isStopped && inodeOf(this.#dir) !== undefined) renameSync(this.#dir, this.#previous);
    } catch {
      // A mounted folder cannot be moved: what is in it stays, as with Docusaurus alone.
      return;
    }
    if (known?.engine === this.#engine && inodeOf(this.#previous) === known.inode) this.#known = known;
    this.#isMade = false;
    process.once('exit', () => this.refuse());
  }

  /** Brings the build before back, unless this one is finished; the process ends with it wherever it fails. */
  refuse(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    if (inodeOf(this.#dir) !== undefined) renameSync(this.#dir, this.#refused);
    if (inodeOf(this.#previous) !== undefined) renameSync(this.#previous, this.#dir);
  }

  #readList(): Written | undefined {
    try {
      return JSON.parse(readFileSync(this.#listFile, 'utf8')) as Written;
    } catch {
      return undefined;
    }
  }

  /** Takes the wanted files that Docusaurus wrote. */
  adopt(isWanted: (file: string) => boolean): void {
    this.#present = new Set(filesBelow(this.#dir));
    for (const file of [...this.#present].filter(isWanted))
      this.write([[file, readFileSync(path.join(this.#dir, file))]]);
  }

  /** Writes files by their path in the folder, in order: a later content of the same file replaces an earlier one. */
  write(files: readonly (readonly [file: string, content: string | Uint8Array])[]): void {
    // It waits for each file: thousands of small ones are written in half the time without the thread pool.
    for (const [file, content] of files) {
      const hash = fullHash(content);
      if (this.#files.get(file) === hash) continue;
      this.#files.set(file, hash);
      this.#links.set(file, linksOf(file, content));
      this.#place(file, this.#isAsBefore(file, hash) ? undefined : content);
    }
  }

  #isAsBefore(file: string, hash: string): boolean {
    if (this.#known?.files[file] !== hash) return false;
    const found = statSync(path.join(this.#previous, file), {throwIfNoEntry: false});
    return found?.isFile() === true && found.mtimeMs <= this.#known.finished - COARSE;
  }

  /** Writes a file, or without a content takes that of the build before. */
  #place(file: string, content: string | Uint8Array | undefined): void {
    const place = path.join(this.#dir, file);
    const folder = path.dirname(place);
    if (!this.#folders.has(folder)) mkdirSync(folder, {recursive: true});
    this.#folders.add(folder);
    if (this.#present.has(file)) rmSync(place);
    this.#present.add(file);
    if (content === undefined) linkSync(path.join(this.#previous, file), place);
    else writeFileSync(place, content);
  }

  /** Every file of this build so far, in the same order on every machine. */
  list(): string[] {
    return [...this.#files.keys()].sort(compareText);
  }

  /** The hash of what this build wrote into a file. */
  hashOf(file: string): string {
    return this.#files.get(file) ?? '';
  }

  /** The links of a file, which were read when it was written. */
  linksOf(file: string): FileLinks | undefined {
    return this.#links.get(file);
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Removes the build before and what this one did not write, and lists its files for the next. */
  finish(): void {
    for (const file of filesBelow(this.#dir)) if (!this.#files.has(file)) this.remove(file);
    const files = Object.fromEntries(this.#files);
    const written: Written = {engine: this.#engine, inode: statSync(this.#dir).ino, finished: Date.now(), files};
    this.#isMade = true;
    try {
      mkdirSync(path.dirname(this.#listFile), {recursive: true});
      writeFileSync(this.#listFile, JSON.stringify(written));
    } catch {}
    rmSync(this.#previous, {recursive: true, force: true});
  }

  /** Removes a file, and the folders that are empty without it. */
  remove(file: string): void {
    this.#files.delete(file);
    rmSync(path.join(this.#dir, file));
    try {
      for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
        rmdirSync(path.join(this.#dir, folder));
        this.#folders.delete(path.join(this.#dir, folder));
      }
    } catch {}
  }
}

/** Every file below a folder, in the same order on every machine. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(compareText);
}

function inodeOf(folder: string): number | undefined {
  return statSync(folder, {throwIfNoEntry: false})?.ino;
}
