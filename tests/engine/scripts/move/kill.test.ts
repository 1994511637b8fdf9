import {fileURLToPath} from 'node:url';
import {expect, test, vi} from 'vitest';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {faultyDisk} from '../../fs/transaction/faulty-disk.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {seeds, tallyKills} from '../../support/kills.ts';
import {folderWith} from '../../support/run-command.ts';
import {linkedFiles} from '../../support/toolkits/linked-toolkit.ts';
import {planned} from './planned.ts';

const SEEDS = seeds(3);

const COMMANDS = [
  'move approaches/wardens people/helpers',
  'withdraw approaches/wardens',
  'rename-heading approaches/wardens#tasks Duties',
];

test(`each command, killed at any of ${SEEDS} instants, leaves a tree that the next run makes as before or as after`, {
  timeout: 240_000 + SEEDS * 9_000,
}, async () => {
  const program = fileURLToPath(new URL('./deadly-change.ts', import.meta.url));
  const files = linkedFiles();
  const before = readTree(folderWith(files));
  const seen = new Set<string>();
  for (const command of COMMANDS) {
    const {after, calls} = await changeWhole(command);
    vi.stubEnv('COMMAND', command);
    const {broken, outcomes} = await tallyKills({program, files, before, after, calls}, SEEDS);
    expect(broken, command).toEqual([]);
    for (const outcome of outcomes) seen.add(outcome);
  }
  expect(seen).toEqual(new Set(['nothing', 'undone', 'completed']));
});

/** The tree after an undisturbed run, and how many changes to the disk that took. */
async function changeWhole(command: string): Promise<{after: Record<string, string>; calls: number}> {
  const cwd = folderWith(linkedFiles());
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!['look', 'read', 'list', 'sync'].includes(call)) calls += 1;
  });
  await commit(cwd, await planned(command, cwd), disk);
  return {after: readTree(cwd), calls};
}
