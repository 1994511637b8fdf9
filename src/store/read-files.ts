import type {Dirent} from 'node:fs';
import {lstat, readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '../content/problem.ts';
import type {SourceFile, UnreadFile, UnreadReason} from '../content/toolkit.ts';

/** What lies in some folders. */
interface ReadFiles {
  files: SourceFile[];
  unread: UnreadFile[];
}

/** What the system says of a file that it does not give; anything else is no user's mistake. */
const REASONS: Readonly<Record<string, UnreadReason>> = {EACCES: 'forbidden', EPERM: 'forbidden', ENOENT: 'gone'};

/**
 * Reads every file of some folders, in the same order on every machine. Links are never followed: they lead out of the
 * toolkit, and a build would publish what they lead to.
 */
export async function readFiles(
  cwd: string,
  folders: readonly string[],
  isRead: (file: string) => boolean,
): Promise<ReadFiles> {
  const found: ReadFiles = {files: [], unread: []};

  /** Runs what can fail for a reason of the user's, and notes the reason. */
  async function attempt<T>(file: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
      if (!reason) throw error;
      found.unread.push({path: file, reason});
      return undefined;
    }
  }

  async function readFolder(folder: string): Promise<void> {
    const entries = await attempt(folder, () => readdir(path.join(cwd, folder), {withFileTypes: true}));
    await Promise.all((entries ?? []).map((entry) => readEntry(`${folder}/${entry.name}`, entry)));
  }

  async function readEntry(file: string, entry: Dirent): Promise<void> {
    if (entry.isDirectory()) {
      if (/\.mdx?$/.test(file)) found.unread.push({path: file, reason: 'folder'});
      return readFolder(file);
    }
    if (!entry.isFile()) {
      if (!isEditorLock(entry)) found.unread.push({path: file, reason: entry.isSymbolicLink() ? 'link' : 'device'});
      return;
    }
    if (entry.name === '.gitkeep' || !isRead(file)) return;
    const bytes = await attempt(file, () => readFile(path.join(cwd, file)));
    if (bytes) found.files.push({path: file, bytes});
  }

  await Promise.all(
    folders.map(async (folder) => {
      const reason = await reasonNotToEnter(path.join(cwd, folder));
      if (reason === undefined) await readFolder(folder);
      else if (reason !== 'gone') found.unread.push({path: folder, reason});
    }),
  );
  found.files.sort((a, b) => compareText(a.path, b.path));
  found.unread.sort((a, b) => compareText(a.path, b.path));
  return found;
}

async function reasonNotToEnter(folder: string): Promise<UnreadReason | undefined> {
  try {
    const stats = await lstat(folder);
    if (stats.isSymbolicLink()) return 'link';
    return stats.isDirectory() ? undefined : 'file';
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    return reason;
  }
}

/** Emacs marks a file that is being edited with a link beside it, `.#index.md`; nothing reads it. */
function isEditorLock(entry: Dirent): boolean {
  return entry.isSymbolicLink() && entry.name.startsWith('.#');
}
