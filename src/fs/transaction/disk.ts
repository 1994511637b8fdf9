import type {Stats} from 'node:fs';
import {chmod, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises';

/** Everything that a transaction does to a disk; tests pass one that fails half-way. */
export interface Disk {
  /** What is at a path, without following a link; `undefined` where nothing is. */
  look(file: string): Promise<Stats | undefined>;
  read(file: string): Promise<Uint8Array | undefined>;
  /** The names in a folder; empty where there is no folder. */
  list(folder: string): Promise<string[]>;
  /** Writes a whole file and flushes it to the disk, with these permissions or the default ones. */
  write(file: string, bytes: Uint8Array, mode?: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a folder and those above it. */
  makeFolder(folder: string): Promise<void>;
  /** Removes a folder if it is empty; returns whether there is none now. */
  removeFolder(folder: string): Promise<boolean>;
  /** Removes a file, or a folder with its content, if there is one. */
  remove(place: string): Promise<void>;
  /** Flushes the renames in a folder to the disk, if it exists. */
  sync(folder: string): Promise<void>;
}

export const REAL_DISK: Disk = {
  look: (file) => unlessMissing(lstat(file)),
  read: (file) => unlessMissing(readFile(file)),
  list: async (folder) => (await unlessMissing(readdir(folder))) ?? [],
  async write(file, bytes, mode) {
    await writeFile(file, bytes, {flush: true});
    // The mode of a new file goes through the umask; this one does not.
    if (mode !== undefined) await chmod(file, mode);
  },
  rename: (from, to) => rename(from, to),
  async makeFolder(folder) {
    await mkdir(folder, {recursive: true});
  },
  removeFolder: (folder) =>
    rmdir(folder).then(
      () => true,
      (error) => (error as NodeJS.ErrnoException).code === 'ENOENT',
    ),
  remove: (place) => rm(place, {recursive: true, force: true}),
  async sync(folder) {
    // Windows cannot open folders, and does not need to.
    if (process.platform === 'win32') return;
    const handle = await unlessMissing(open(folder));
    await handle?.sync().finally(() => handle.close());
  },
};

async function unlessMissing<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
