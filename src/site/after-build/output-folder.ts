import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {compareText} from '../../content/problem.ts';
import {type FileLinks, linksOf} from '../links/scan-links.ts';

/** Where a refused build stays, below the toolkit. */
export const REFUSED_BUILD = '.docusaurus/refused-build';

/**
 * Writes built files into the folder where Docusaurus and every plugin write, and brings the build before back if this one
 * is refused.
 */
export class OutputFolder {
  readonly #dir: string;
  readonly #refused: string;
  /** Where the build before is while this one is made. */
  readonly #previous: string;
  readonly #links = new Map<string, FileLinks | undefined>();
  readonly #folders = new Set<string>();
  #isMade = true;
  #hasPrevious = false;

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
    this.#hasPrevious = existsSync(this.#previous);
    process.once('exit', () => this.refuse());
  }

  /** Brings the build before back, unless this one is finished; the process ends with it wherever it fails. */
  refuse(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    if (existsSync(this.#dir)) renameSync(this.#dir, this.#refused);
    if (existsSync(this.#previous)) renameSync(this.#previous, this.#dir);
  }

  /** Takes the wanted files that Docusaurus wrote. */
  adopt(isWanted: (file: string) => boolean): void {
    for (const file of filesBelow(this.#dir).filter(isWanted))
      this.#links.set(
        file,
        linksOf(file, () => readFileSync(path.join(this.#dir, file))),
      );
  }

  /** Writes files by their path in the folder, in order: a later content of the same file replaces an earlier one. */
  write(files: readonly (readonly [file: string, content: string | Uint8Array])[]): void {
    // It waits for each file: thousands of small ones are written in half the time without the thread pool.
    for (const [file, content] of files) {
      const place = path.join(this.#dir, file);
      const folder = path.dirname(place);
      if (!this.#folders.has(folder)) mkdirSync(folder, {recursive: true});
      this.#folders.add(folder);
      // It may be a link to the file of the build before, which may have to come back.
      if (this.#links.has(file)) rmSync(place);
      this.#place(file, place, content);
      this.#links.set(
        file,
        linksOf(file, () => content),
      );
    }
  }

  /** Links to a file of the build before that is the same: it is slow to remove thousands of files with no other name. */
  #place(file: string, place: string, content: string | Uint8Array): void {
    const earlier = path.join(this.#previous, file);
    const isSame = this.#hasPrevious && existsSync(earlier) && readFileSync(earlier).equals(Buffer.from(content));
    if (isSame && !existsSync(place)) linkSync(earlier, place);
    else writeFileSync(place, content);
  }

  /** Every file of this build so far, in the same order on every machine. */
  list(): string[] {
    return [...this.#links.keys()].sort(compareText);
  }

  /** The links of a file, which were read when it was written. */
  linksOf(file: string): FileLinks | undefined {
    return this.#links.get(file);
  }

  has(file: string): boolean {
    return this.#links.has(file);
  }

  /** Removes the build before, and what this one did not write. */
  finish(): void {
    for (const file of filesBelow(this.#dir)) if (!this.#links.has(file)) this.remove(file);
    this.#isMade = true;
    // A build that is stopped now has been made.
    if (existsSync(this.#previous)) renameSync(this.#previous, this.#refused);
    rmSync(this.#refused, {recursive: true, force: true});
  }

  /** Removes a file, and the folders that are empty without it. */
  remove(file: string): void {
    this.#links.delete(file);
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
