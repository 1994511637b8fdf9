import {type Dirent, lstatSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {compareText} from '../content/problem.ts';
import type {SourceFile, UnreadFile, UnreadReason} from '../content/toolkit.ts';

interface ReadFiles {
  files: SourceFile[];
  unread: UnreadFile[];
}

/** Error codes of files that cannot be read; an error with any other code is a bug, and is thrown again. */
const REASONS: Readonly<Record<string, UnreadReason>> = {EACCES: 'forbidden', EPERM: 'forbidden', ENOENT: 'gone'};

function reasonOf(error: unknown): UnreadReason {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  if (!reason) throw error;
  return reason;
}

/**
 * Reads every file of some folders, in the same order on every machine. Symbolic links are never followed: a build
 * would publish files from outside the toolkit. Asynchronous reading would take four times as long for a thousand small
 * files.
 */
export function readFiles(cwd: string, folders: readonly string[], isRead: (file: string) => boolean): ReadFiles {
  const found: ReadFiles = {files: [], unread: []};

  /** Runs work that can fail for an expected reason, and records the reason. */
  function attempt<T>(file: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      found.unread.push({path: file, reason: reasonOf(error)});
      return undefined;
    }
  }

  function readFolder(folder: string): void {
    const entries = attempt(folder, () => readdirSync(path.join(cwd, folder), {withFileTypes: true}));
    for (const entry of entries ?? []) readEntry(`${folder}/${entry.name}`, entry);
  }

  function readEntry(file: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (/\.mdx?$/.test(file)) found.unread.push({path: file, reason: 'folder'});
      readFolder(file);
      return;
    }
    if (!entry.isFile()) {
      if (!isEditorLock(entry)) found.unread.push({path: file, reason: entry.isSymbolicLink() ? 'link' : 'device'});
      return;
    }
    if (entry.name === '.gitkeep' || !isRead(file)) return;
    const bytes = attempt(file, () => readFileSync(path.join(cwd, file)));
    if (bytes) found.files.push({path: file, bytes});
  }

  for (const folder of folders) {
    const reason = reasonNotToEnter(path.join(cwd, folder));
    if (reason === undefined) readFolder(folder);
    else if (reason !== 'gone') found.unread.push({path: folder, reason});
  }
  found.files.sort((a, b) => compareText(a.path, b.path));
  found.unread.sort((a, b) => compareText(a.path, b.path));
  return found;
}

/**
 * Reads a file at the root of the toolkit in the same way; returns neither bytes nor a reason where there is no file.
 */
export function readRootFile(cwd: string, name: string): {bytes?: Uint8Array; reason?: UnreadReason} {
  const file = path.join(cwd, name);
  try {
    const stats = lstatSync(file);
    if (stats.isSymbolicLink()) return {reason: 'link'};
    if (!stats.isFile()) return {reason: stats.isDirectory() ? 'folder' : 'device'};
    return {bytes: readFileSync(file)};
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'gone' ? {} : {reason};
  }
}

export function isLink(file: string): boolean {
  return lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() === true;
}

function reasonNotToEnter(folder: string): UnreadReason | undefined {
  try {
    const stats = lstatSync(folder);
    if (stats.isSymbolicLink()) return 'link';
    return stats.isDirectory() ? undefined : 'file';
  } catch (error) {
    return reasonOf(error);
  }
}

/** Emacs creates a link such as `.#index.md` next to a file that is being edited; nothing reads it. */
function isEditorLock(entry: Dirent): boolean {
  return entry.isSymbolicLink() && entry.name.startsWith('.#');
}
