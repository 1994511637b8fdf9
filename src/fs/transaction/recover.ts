import type {Disk} from './disk.ts';
import {REAL_DISK} from './disk.ts';
import type {Ending} from './finish-journal.ts';
import {finishJournal} from './finish-journal.ts';
import {clearJournal, readJournal} from './journal.ts';
import {withLock} from './lock.ts';
import {lookAtFile} from './look-at-file.ts';
import {explainFailure} from './transaction-error.ts';
import type {Tree} from './tree.ts';
import {locateOwn} from './tree.ts';

/** How an interrupted command ended: with every change made, or with none. */
export type Recovery = {outcome: 'nothing'} | {outcome: Ending['outcome']; command: string};

/**
 * Ends what an interrupted command had begun in a tree; commands that write call it before they read.
 *
 * @throws {TransactionError} where another process is writing, or somebody has changed a file since.
 */
export async function recover(cwd: string, disk: Disk = REAL_DISK): Promise<Recovery> {
  const tree = {cwd, disk};
  try {
    if (!(await disk.look(locateOwn(tree)))) return {outcome: 'nothing'};
    return await withLock(tree, () => settle(tree));
  } catch (error) {
    throw explainFailure(error, 'what an interrupted command had begun cannot be ended', cwd);
  }
}

async function settle(tree: Tree): Promise<Recovery> {
  const found = await readJournal(tree);
  if (!found) {
    await clearJournal(tree, 'staging');
    return {outcome: 'nothing'};
  }
  const {state, journal} = found;
  // Links may have come since, and the journal itself may come from anywhere.
  for (const {path} of journal.files) await lookAtFile(tree, path);
  const {outcome} = await finishJournal(tree, state, journal);
  return {outcome, command: journal.command};
}
