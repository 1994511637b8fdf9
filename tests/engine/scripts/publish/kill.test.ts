import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {draftPublication} from '../../../../scripts/publish/draft-publication.ts';
import {planPublication} from '../../../../scripts/publish/plan-publication.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {faultyDisk} from '../../fs/transaction/faulty-disk.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SEEDS = seeds(8);

test(`publishing killed at any of ${SEEDS} instants leaves a tree that the next run makes as before or as after`, {
  timeout: 120_000 + SEEDS * 3_000,
}, async () => {
  const files = waitingFiles();
  const before = readTree(folderWith(files));
  const {after, calls} = await publishWhole();
  const program = fileURLToPath(new URL('./deadly-publish.ts', import.meta.url));
  const {broken, outcomes} = await tallyKills({program, files, before, after, calls}, SEEDS);
  expect(broken).toEqual([]);
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

/** The tree after an undisturbed run, and how many changes to the disk that took. */
async function publishWhole(): Promise<{after: Record<string, string>; calls: number}> {
  const cwd = folderWith(waitingFiles());
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!['look', 'read', 'list', 'sync'].includes(call)) calls += 1;
  });
  const tree = await readPublishedTree(cwd);
  const draft = await draftPublication(tree, {edition: ''}, '2026-11-24');
  await commit(cwd, planPublication(tree, draft, '2026-11-24').transaction, disk);
  return {after: readTree(cwd), calls};
}
