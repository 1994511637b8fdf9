import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** How far the times of files may lag behind the clock, in milliseconds. */
const COARSE = 20;

/** What the last build wrote. */
interface Written {
  /** The folder of the built files, so that another one in its place is not taken for it. */
  inode: number;
  /** When the build had finished, in milliseconds: a later change was made by hand. */
  finished: number;
  /** A hash of each file. */
  files: Record<string, string>;
}

/**
 * Writes built files, and moves those that are the same in the build before to their place: that takes a ninth of the
 * time, and most files of a large site are the same after an edit.
 */
export class OutputFolder {
  readonly #dir: string;
  readonly #previous: string;
  readonly #listFile: string;
  readonly #files: Record<string, string> = {};
  #known: Written | undefined;

  constructor(dir: string, {siteDir, cacheDir}: {siteDir: string; cacheDir: string}) {
    this.#dir = dir;
    this.#previous = path.join(siteDir, '.docusaurus', 'previous-build');
    this.#listFile = path.join(cacheDir, 'built-files.json');
  }

  /** Puts the build before aside; called before Docusaurus empties the folder. */
  begin(): void {
    rmSync(this.#previous, {recursive: true, force: true});
    try {
      const known = JSON.parse(readFileSync(this.#listFile, 'utf8')) as Written;
      if (statSync(this.#dir).ino !== known.inode) return;
      mkdirSync(path.dirname(this.#previous), {recursive: true});
      renameSync(this.#dir, this.#previous);
      this.#known = known;
    } catch {}
  }

  /** Writes files by their path in the folder, in order: a later content of the same file replaces an earlier one. */
  write(files: readonly (readonly [file: string, content: string | Uint8Array])[]): void {
    const folders = new Set(files.map(([file]) => path.dirname(path.join(this.#dir, file))));
    for (const folder of folders) mkdirSync(folder, {recursive: true});
    // It waits for each file: thousands of small ones are written in half the time without the thread pool.
    for (const [file, content] of files) {
      const hash = createHash('sha256').update(content).digest('base64url');
      this.#files[file] = hash;
      if (!this.#take(file, hash)) writeFileSync(path.join(this.#dir, file), content);
    }
  }

  #take(file: string, hash: string): boolean {
    if (this.#known?.files[file] !== hash) return false;
    const before = path.join(this.#previous, file);
    try {
      if (statSync(before).mtimeMs > this.#known.finished - COARSE) return false;
      renameSync(before, path.join(this.#dir, file));
      return true;
    } catch {
      return false;
    }
  }

  /** Notes what was written, for the next build. */
  finish(): void {
    rmSync(this.#previous, {recursive: true, force: true});
    const written: Written = {inode: statSync(this.#dir).ino, finished: Date.now(), files: this.#files};
    try {
      mkdirSync(path.dirname(this.#listFile), {recursive: true});
      writeFileSync(this.#listFile, JSON.stringify(written));
    } catch {}
  }
}
