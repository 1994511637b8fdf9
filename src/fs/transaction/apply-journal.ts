import {dirname} from 'node:path';
import type {Journal, JournalFile} from './journal.ts';
import {TransactionError} from './transaction-error.ts';
import type {Tree} from './tree.ts';
import {foldersAbove, hashAt, locate, locateOwn} from './tree.ts';

/**
 * Puts every file in its new place by renames alone, keeping what lay there; begun or not, it goes on from where it is.
 * What is replaced is taken away before the new comes, so that nothing can be overwritten; a reader who comes between
 * the two finds no file.
 *
 * @throws {TransactionError} where somebody has changed a file meanwhile.
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
  // Found as before: after an interruption somebody put it back, so the whole is not wanted.
  if (isApplied && (await hashAt(tree, target)) === before) throw changedMeanwhile(path);
  if (isApplied && after !== null) return;
  if (!wasKept && before !== null && (await disk.look(target))) await disk.rename(target, kept);
  // Looked at only when out of everybody's reach: what was saved up to now is seen.
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
