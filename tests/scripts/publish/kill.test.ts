import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {draftPublication} from '../../../scripts/publish/draft-publication.ts';
import {planPublication} from '../../../scripts/publish/plan-publication.ts';
import {readTree as readPublishedTree} from '../../../scripts/publish/read-tree.ts';
import {commit} from '../../../src/store/transaction/commit.ts';
import {recover} from '../../../src/store/transaction/recover.ts';
import {faultyDisk} from '../../store/transaction/faulty-disk.ts';
import {readTree} from '../../store/transaction/trees.ts';
import {folderWith} from '../../support/run-command.ts';
import {waitingFiles} from './waiting-toolkit.ts';

const DEADLY_PUBLISH = fileURLToPath(new URL('./deadly-publish.ts', import.meta.url));
const SEEDS = 20;

test(`publishing killed at any of ${SEEDS} instants leaves a tree that the next run makes as before or as after`, {
  timeout: 180_000,
}, async () => {
  const before = readTree(folderWith(waitingFiles()));
  const {after, calls} = await publishWhole();
  const outcomes = new Set<string>();
  for (const nth of seededInstants(calls)) {
    const cwd = folderWith(waitingFiles());
    expect(await isKilledAt(nth, cwd), `call ${nth} of ${calls}`).toBe(true);
    const {outcome} = await recover(cwd);
    outcomes.add(outcome);
    const expected = {completed: [after], undone: [before], nothing: [before, after]}[outcome];
    expect(expected, `call ${nth} of ${calls}: ${outcome}`).toContainEqual(readTree(cwd));
    expect(existsSync(path.join(cwd, '.toolkit'))).toBe(false);
  }
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

/** As many instants as there are seeds, spread over the whole run: one in each of its equal parts, the same every time. */
function seededInstants(calls: number): number[] {
  let state = 2026;
  return Array.from({length: SEEDS}, (_, seed) => {
    // A linear congruential generator (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const from = Math.floor((seed * calls) / SEEDS);
    const to = Math.floor(((seed + 1) * calls) / SEEDS);
    return 1 + from + (state % Math.max(1, to - from));
  });
}

/** Lets a process of its own publish until its nth change to the disk; whether it was killed there. */
async function isKilledAt(nth: number, cwd: string): Promise<boolean> {
  const env = {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'toolkit-compile-cache')};
  const child = spawn(process.execPath, [DEADLY_PUBLISH, cwd, `${nth}`], {stdio: 'inherit', env});
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}
