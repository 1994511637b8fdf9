import {hashOf} from '../fingerprint.ts';
import {type Disk, REAL_DISK} from './disk.ts';
import type {FileChange} from './file-change.ts';
import {finishJournal} from './finish-journal.ts';
import {advanceJournal, beginJournal, clearJournal, type Journal, readJournal} from './journal.ts';
import {withLock} from './lock.ts';
import {type FoundFile, lookAtFile} from './look-at-file.ts';
import {pathsOf, planSteps, type Step} from './plan-steps.ts';
import {explainFailure, TransactionError} from './transaction-error.ts';
import {foldersAbove, locate, locateOwn, type Tree} from './tree.ts';

/** The changes of a command: all of them are made, or none. */
export interface Transaction {
  /** The command's name, for the message after an interruption. */
  command: string;
  changes: readonly FileChange[];
}

/**
 * Makes all changes of a command, or none. After a kill, `recover` completes or undoes them.
 *
 * @throws {TransactionError} where a file differs from what was read, the disk refuses, or another process is writing.
 * The tree is then unchanged.
 */
export async function commit(cwd: string, {command, changes}: Transaction, disk: Disk = REAL_DISK): Promise<void> {
  const paths = pathsOf(changes);
  if (paths.length === 0) return;
  const tree = {cwd, disk};
  try {
    await withLock(tree, () => write(tree, command, changes, paths));
  } catch (error) {
    throw explainFailure(error, `\`${command}\` could not write, and has changed nothing`, cwd);
  }
}

async function write(tree: Tree, command: string, changes: readonly FileChange[], paths: string[]): Promise<void> {
  const unfinished = await readJournal(tree);
  if (unfinished) {
    throw new TransactionError(
      `\`${unfinished.journal.command}\` was interrupted, expected it to be completed or undone first`,
      'Run the command again: it does that first.',
    );
  }
  const onDisk = new Map<string, FoundFile | undefined>();
  for (const path of paths) onDisk.set(path, await lookAtFile(tree, path));
  const steps = planSteps(changes, onDisk);
  if (steps.length === 0) return;
  const journal = await stageSteps(tree, command, steps);
  const ending = await finishJournal(tree, 'applying', journal).catch((error) => {
    const meaning = `\`${command}\` could not write, and what it had begun is not undone yet`;
    throw explainFailure(error, meaning, tree.cwd);
  });
  if (ending.outcome === 'undone') throw ending.cause;
}

/**
 * Writes the new contents and the journal inside the tree. The end of this step is the commit point: if it fails or the
 * process dies, nothing has changed; after it the changes will be made.
 */
async function stageSteps(tree: Tree, command: string, steps: readonly Step[]): Promise<Journal> {
  const hash = (bytes: Uint8Array | undefined) => (bytes ? hashOf(bytes) : null);
  const journal: Journal = {
    command,
    files: steps.map(({path, before, after}) => ({path, before: hash(before), after: hash(after)})),
    folders: await findMissingFolders(tree, steps),
  };
  try {
    for (const folder of ['new', 'old']) {
      await tree.disk.remove(locateOwn(tree, folder));
      await tree.disk.makeFolder(locateOwn(tree, folder));
    }
    await beginJournal(tree, journal);
    for (const [index, {after, mode}] of steps.entries()) {
      if (after) await tree.disk.write(locateOwn(tree, 'new', String(index)), after, mode);
    }
    await tree.disk.sync(locateOwn(tree, 'new'));
    await advanceJournal(tree, 'staging', 'applying');
  } catch (error) {
    await clearJournal(tree, 'staging');
    throw error;
  }
  return journal;
}

async function findMissingFolders(tree: Tree, steps: readonly Step[]): Promise<string[]> {
  const folders = new Set(steps.flatMap(({path, after}) => (after ? foldersAbove(path) : [])));
  const missing: string[] = [];
  for (const folder of folders) if (!(await tree.disk.look(locate(tree, folder)))) missing.push(folder);
  return missing;
}
