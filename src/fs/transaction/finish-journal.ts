import {dirname} from 'node:path';
import {advanceJournal, clearJournal, type Journal, type JournalFile, type State} from './journal.ts';
import {TransactionError} from './transaction-error.ts';
import {foldersAbove, hashAt, locate, locateOwn, type Tree} from './tree.ts';

export interface Ending {
  /** Whether every change was made, or none. */
  outcome: 'completed' | 'undone';
  /** Why none was made, where that was found out just now. */
  cause?: unknown;
}

/**
 * Takes a transaction from any state to its end: all changes, or none where they cannot be made.
 *
 * @throws where it cannot be undone either; the journal then remains for the next run.
 */
export async function finishJournal(tree: Tree, state: State, journal: Journal): Promise<Ending> {
  if (state === 'applying') {
    const cause = await tryApplying(tree, journal);
    return cause === undefined
      ? finishJournal(tree, 'completed', journal)
      : {...(await finishJournal(tree, 'undoing', journal)), cause};
  }
  if (state === 'undoing') {
    await undoJournal(tree, journal);
    await advanceJournal(tree, 'undoing', 'undone');
    return finishJournal(tree, 'undone', journal);
  }
  await clearJournal(tree, state);
  return {outcome: state === 'completed' ? 'completed' : 'undone'};
}

/** Why the changes could not be made; `undefined` where they are. */
async function tryApplying(tree: Tree, journal: Journal): Promise<unknown> {
  try {
    await tree.disk.sync(locateOwn(tree));
    await applyJournal(tree, journal);
    await advanceJournal(tree, 'applying', 'completed');
    return undefined;
  } catch (cause) {
    // Decided once: a run after a kill continues the same way.
    await advanceJournal(tree, 'applying', 'undoing');
    return cause;
  }
}

/**
 * Restores every file by renames only; it can resume from any state.
 *
 * @throws {TransactionError} where a file has changed since it was written.
 */
async function undoJournal(tree: Tree, {command, files, folders}: Journal): Promise<void> {
  for (const [index, file] of files.entries()) await undoFile(tree, file, index, command);
  const deepestFirst = folders.toSorted((a, b) => foldersAbove(b).length - foldersAbove(a).length);
  for (const folder of deepestFirst) await tree.disk.removeFolder(locate(tree, folder));
  const touched = new Set(['', ...files.flatMap(({path}) => foldersAbove(path))]);
  for (const folder of touched) await tree.disk.sync(locate(tree, folder));
}

async function undoFile(tree: Tree, {path, before, after}: JournalFile, index: number, command: string): Promise<void> {
  const {disk} = tree;
  const target = locate(tree, path);
  const [staged, kept] = [locateOwn(tree, 'new', String(index)), locateOwn(tree, 'old', String(index))];
  const isKept = (await disk.look(kept)) !== undefined;
  const isPlaced = after !== null && !(await disk.look(staged));
  const there = await hashAt(tree, target);
  if (there !== null) {
    if (there === before || !(isKept || isPlaced)) return;
    if (!isPlaced || there !== after) {
      throw new TransactionError(
        `\`${path}\` has changed since \`${command}\` was interrupted, expected it as that command left it`,
        'Move it away, and run the command again: the interrupted command is then undone.',
      );
    }
    await disk.rename(target, staged);
  }
  if (!isKept) return;
  await disk.makeFolder(dirname(target));
  await disk.rename(kept, target);
}

/**
 * Moves every file into place by renames only, and keeps the old ones; it can resume from any state. An old file is
 * moved away before the new one arrives, so that nothing is overwritten; in between there is no file.
 *
 * @throws {TransactionError} where a file has changed in the meantime.
 */
async function applyJournal(tree: Tree, {files, folders}: Journal): Promise<void> {
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
