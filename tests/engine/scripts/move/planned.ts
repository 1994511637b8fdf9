import {plan as planMove} from '../../../../scripts/move/move.ts';
import {plan as planRenaming} from '../../../../scripts/rename-heading/rename-heading.ts';
import {findPage, plan as planWithdrawal} from '../../../../scripts/withdraw/withdraw.ts';
import {readTree} from '../../../../src/fs/read-tree.ts';
import type {Transaction} from '../../../../src/fs/transaction/commit.ts';

const TODAY = '2026-11-24';

/** What a command, as it is typed, would do to a folder. */
export async function planned(command: string, cwd: string): Promise<Transaction> {
  const tree = await readTree(cwd);
  const [name, ...words] = command.split(' ');
  if (name === 'move') return (await planMove(tree, words, TODAY)).change.transaction;
  if (name === 'rename-heading') return (await planRenaming(tree, words, TODAY)).change.transaction;
  const why = 'The wardens have gone home.';
  const withdrawal = {on: TODAY, why, replacedBy: 'priorities/homes'};
  return (await planWithdrawal(tree, findPage(tree.toolkit, words), withdrawal, TODAY)).transaction;
}
