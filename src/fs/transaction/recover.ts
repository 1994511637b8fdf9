import {type Disk, REAL_DISK} from './disk.ts';
import {type Ending, finishJournal} from './finish-journal.ts';
import {clearJournal, readJournal} from './journal.ts';
import {withLock} from './lock.ts';
import {lookAtFile} from './look-at-file.ts';
import {explainFailure} from './transaction-error.ts';
import {locateOwn, type Tree} from './tree.ts';

/** How an interrupted command ended: every change was made, or none. */
export type Recovery = {outcome: 'nothing'} | {outcome: Ending['outcome']; command: string};

/**
 * Completes or undoes an interrupted command; commands that write call it before they read.
 *
 * @throws {TransactionError} where another process is writing, or a file has changed since.
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
  // Links may have been created since, and the journal itself is not trusted.
  for (const {path} of journal.files) await lookAtFile(tree, path);
  const {outcome} = await finishJournal(tree, state, journal);
  return {outcome, command: journal.command};
}
