import {expect, test} from 'vitest';
import {plan, reviewPages} from '../../../../scripts/review/mark-reviewed.ts';
import {readTree} from '../../../../src/fs/read-tree.ts';
import {runWhole, seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';

const SEEDS = seeds(8);

test(`a check put on record, killed at any of ${SEEDS} instants, leaves a tree that the next run makes as before or as after`, {
  timeout: 120_000 + SEEDS * 3_000,
}, async () => {
  // The page was checked before.
  const planReview = async (cwd: string) => {
    const {toolkit} = await readTree(cwd);
    return plan(reviewPages(toolkit, '2026-11-24', {scope: 'law'}, ['priorities/homes']));
  };
  const {broken, outcomes} = await tallyKills(await runWhole(planReview, () => folderWith(linkedFiles())), SEEDS);
  expect(broken).toEqual([]);
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});
