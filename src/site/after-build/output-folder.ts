import {mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {compareText} from '../../content/problem.ts';
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

/** Writes built files into the folder of the build before, where most are the same after an edit. */
export class OutputFolder {
  readonly #dir: string;
  /** Where the build before is while Docusaurus empties the folder and writes to it. */
  readonly #previous: string;
  readonly #listFile: string;
  readonly #engine: string;
  readonly #files = new Map<string, string>();
  readonly #folders = new Set<string>();
  #known: Written | undefined;

  constructor(dir: string, {siteDir, cacheDir, engine}: {siteDir: string; cacheDir: string; engine: string}) {
    this.#dir = dir;
    this.#engine = engine;
    this.#previous = path.join(siteDir, '.docusaurus', 'previous-build');
    this.#listFile = path.join(cacheDir, 'built-files.json');
  }

  /** Moves the build before out of the way; called before Docusaurus empties the folder. */
  begin(): void {
    try {
      const known = JSON.parse(readFileSync(this.#listFile, 'utf8')) as Written;
      if (known.engine !== this.#engine) return;
      // A build that was stopped may have left it there.
      if (inodeOf(this.#previous) !== known.inode) {
        rmSync(this.#previous, {recursive: true, force: true});
        if (inodeOf(this.#dir) !== known.inode) return;
        mkdirSync(path.dirname(this.#previous), {recursive: true});
        renameSync(this.#dir, this.#previous);
      }
      this.#known = known;
    } catch {}
  }

  /** Brings the build before back, and takes the wanted files that Docusaurus wrote. */
  adopt(isWanted: (file: string) => boolean): void {
    let source = this.#dir;
    if (this.#known) {
      source = `${this.#previous}-new`;
      rmSync(source, {recursive: true, force: true});
      renameSync(this.#dir, source);
      renameSync(this.#previous, this.#dir);
    }
    const files = filesBelow(source).filter(isWanted);
    for (const file of files) this.write([[file, readFileSync(path.join(source, file))]]);
    if (source !== this.#dir) rmSync(source, {recursive: true, force: true});
  }

  /** Writes files by their path in the folder, in order: a later content of the same file replaces an earlier one. */
  write(files: readonly (readonly [file: string, content: string | Uint8Array])[]): void {
    // It waits for each file: thousands of small ones are written in half the time without the thread pool.
    for (const [file, content] of files) {
      const hash = fullHash(content);
      const isSame = this.#files.get(file) === hash || (!this.#files.has(file) && this.#isAsBefore(file, hash));
      this.#files.set(file, hash);
      if (!isSame) this.#writeNow(file, content);
    }
  }

  #isAsBefore(file: string, hash: string): boolean {
    if (this.#known?.files[file] !== hash) return false;
    const found = statSync(path.join(this.#dir, file), {throwIfNoEntry: false});
    return found?.isFile() === true && found.mtimeMs <= this.#known.finished - COARSE;
  }

  #writeNow(file: string, content: string | Uint8Array): void {
    const target = path.join(this.#dir, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) mkdirSync(folder, {recursive: true});
    this.#folders.add(folder);
    writeFileSync(target, content);
  }

  /** Every file of this build so far, in the same order on every machine. */
  list(): string[] {
    return [...this.#files.keys()].sort(compareText);
  }

  /** The hash of what this build wrote into a file. */
  hashOf(file: string): string {
    return this.#files.get(file) ?? '';
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Removes what this build did not write, and notes what it wrote, for the next build. */
  finish(): void {
    for (const file of filesBelow(this.#dir)) if (!this.#files.has(file)) this.remove(file);
    const files = Object.fromEntries(this.#files);
    const written: Written = {engine: this.#engine, inode: statSync(this.#dir).ino, finished: Date.now(), files};
    try {
      mkdirSync(path.dirname(this.#listFile), {recursive: true});
      writeFileSync(this.#listFile, JSON.stringify(written));
    } catch {}
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
