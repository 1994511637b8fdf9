import {applyJournal} from './apply-journal.ts';
import type {Journal, State} from './journal.ts';
import {advanceJournal, clearJournal} from './journal.ts';
import type {Tree} from './tree.ts';
import {locateOwn} from './tree.ts';
import {undoJournal} from './undo-journal.ts';

/** How a transaction ended. */
export interface Ending {
  /** With every change made, or with none. */
  outcome: 'completed' | 'undone';
  /** Why with none, where that was found out just now. */
  cause?: unknown;
}

/**
 * Takes a transaction from the state it is in to its end: to all changes, or back to none where they cannot be made.
 *
 * @throws where it cannot be undone either; the journal then stays for the next run.
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
    // Decided once: whoever goes on after a kill goes the same way.
    await advanceJournal(tree, 'applying', 'undoing');
    return cause;
  }
}
