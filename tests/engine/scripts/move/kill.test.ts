import {expect, test} from 'vitest';
import {plan as planMove} from '../../../../scripts/move/move.ts';
import {findPage, plan as planWithdrawal} from '../../../../scripts/withdraw/withdraw.ts';
import {readTree} from '../../../../src/fs/read-tree.ts';
import type {Transaction} from '../../../../src/fs/transaction/commit.ts';
import {runWhole, seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';

const SEEDS = seeds(5);
const TODAY = '2026-11-24';

const PLANS: Record<string, (cwd: string) => Promise<Transaction>> = {
  move: async (cwd) => {
    const words = ['approaches/wardens', 'people/helpers'];
    return (await planMove(await readTree(cwd), words, TODAY)).change.transaction;
  },
  withdraw: async (cwd) => {
    const tree = await readTree(cwd);
    const page = findPage(tree.toolkit, ['approaches/wardens']);
    const withdrawal = {on: TODAY, why: 'The wardens have gone home.', replacedBy: 'priorities/homes'};
    return (await planWithdrawal(tree, page, withdrawal, TODAY)).transaction;
  },
};

test(`each command, killed at any of ${SEEDS} instants, leaves a tree that the next run makes as before or as after`, {
  timeout: 240_000 + SEEDS * 9_000,
}, async () => {
  const seen = new Set<string>();
  for (const [command, plan] of Object.entries(PLANS)) {
    const {broken, outcomes} = await tallyKills(await runWhole(plan, () => folderWith(linkedFiles())), SEEDS);
    expect(broken, command).toEqual([]);
    for (const outcome of outcomes) seen.add(outcome);
  }
  expect(seen).toEqual(new Set(['nothing', 'undone', 'completed']));
});
