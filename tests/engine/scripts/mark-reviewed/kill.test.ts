import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {faultyDisk} from '../../fs/transaction/faulty-disk.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';
import {planned} from './planned.ts';

const SEEDS = seeds(8);

test(`a check put on record, killed at any of ${SEEDS} instants, leaves a tree that the next run makes as before or as after`, {
  timeout: 120_000 + SEEDS * 3_000,
}, async () => {
  const files = linkedFiles();
  const before = readTree(folderWith(files));
  const {after, calls} = await markReviewed();
  const program = fileURLToPath(new URL('./deadly-mark-reviewed.ts', import.meta.url));
  const {broken, outcomes} = await tallyKills({program, files, before, after, calls}, SEEDS);
  expect(broken).toEqual([]);
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

/** The tree after an undisturbed run, and how many changes to the disk that took. */
async function markReviewed(): Promise<{after: Record<string, string>; calls: number}> {
  const cwd = folderWith(linkedFiles());
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!['look', 'read', 'list', 'sync'].includes(call)) calls += 1;
  });
  await commit(cwd, await planned(cwd), disk);
  return {after: readTree(cwd), calls};
}
