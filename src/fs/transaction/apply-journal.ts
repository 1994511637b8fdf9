import {dirname} from 'node:path';
import type {Journal, JournalFile} from './journal.ts';
import {TransactionError} from './transaction-error.ts';
import type {Tree} from './tree.ts';
import {foldersAbove, hashAt, locate, locateOwn} from './tree.ts';

/**
 * Moves every file into place by renames only, and keeps the old ones; it can resume from any state. An old file is
 * moved away before the new one arrives, so that nothing is overwritten; in between there is no file.
 *
 * @throws {TransactionError} where a file has changed in the meantime.
 */
export async function applyJournal(tree: Tree, {files, folders}: Journal): Promise<void> {
  for (const [index, file] of files.entries()) await applyFile(tree, file, index);
  for (const {path, after} of files) if (after === null) await removeEmptyFolders(tree, path);
  const touched = new Set(['', ...folders, ...files.flatMap(({path}) => foldersAbove(path))]);
  for (const folder of touched) await tree.disk.sync(locate(tree, folder));
}

async function applyFile(tree: Tree, {path, before, after}: JournalFile, index: number): Promise<void> {
  const {disk} = tree;
  const target = locate(tree, path);
  const [staged, kept] = [locateOwn(tree, 'new', String(index)), locateOwn(tree, 'old', String(index))];
  const wasKept = (await disk.look(kept)) !== undefined;
  const isApplied = after === null ? wasKept : !(await disk.look(staged));
  // The file is as before: after the interruption a person restored it, so the changes are not wanted.
  if (isApplied && (await hashAt(tree, target)) === before) throw changedMeanwhile(path);
  if (isApplied && after !== null) return;
  if (!wasKept && before !== null && (await disk.look(target))) await disk.rename(target, kept);
  // Compared only once it is moved away: this includes anything saved up to now.
  const hash = await hashAt(tree, kept);
  if (hash !== null && hash !== before) {
    if (!(await disk.look(target))) await disk.rename(kept, target);
    throw changedMeanwhile(path);
  }
  if (after === null) return;
  if (await disk.look(target)) throw changedMeanwhile(path);
  await disk.makeFolder(dirname(target));
  await disk.rename(staged, target);
}

async function removeEmptyFolders(tree: Tree, file: string): Promise<void> {
  for (const folder of foldersAbove(file)) if (!(await tree.disk.removeFolder(locate(tree, folder)))) return;
}

function changedMeanwhile(file: string): TransactionError {
  return new TransactionError(
    `\`${file}\` was changed while the command ran, expected it as it was read`,
    'Run the command again; nothing was written over your change.',
  );
}
