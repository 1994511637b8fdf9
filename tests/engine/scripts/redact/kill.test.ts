import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {planRedaction} from '../../../../scripts/redact/plan-redaction.ts';
import {readTree as readWholeTree} from '../../../../src/fs/read-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {faultyDisk} from '../../fs/transaction/faulty-disk.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {seeds} from '../../support/kills.ts';
import {runCommand} from '../../support/run-command.ts';
import {freshToolkit, NAME, textsIn, WHY} from './named-toolkit.ts';

const DEADLY_REDACT = fileURLToPath(new URL('./deadly-redact.ts', import.meta.url));
const SEEDS = seeds(20);
const REPLACEMENT = '[removed]';

test(`redacting killed at any of ${SEEDS} instants leaves a tree that the next run makes as before or as after, and says which`, {
  timeout: 240_000,
}, async () => {
  const before = readTree(await freshToolkit());
  const {after, calls} = await redactWhole();
  const outcomes = new Set<string>();
  for (const nth of seededInstants(calls)) {
    const cwd = await freshToolkit();
    expect(await isKilledAt(nth, cwd), `call ${nth} of ${calls}`).toBe(true);
    // Any command that writes ends what was begun; this one then finds that it cannot do anything.
    const {stderr} = await runCommand(['redact'], cwd);
    const said =
      /`redact` was interrupted: (every change is made now|every file is as it was before)/.exec(stderr)?.[1] ?? '';
    outcomes.add(said);
    const expected = {'every change is made now': [after], 'every file is as it was before': [before]}[said] ?? [
      before,
      after,
    ];
    expect(expected, `call ${nth} of ${calls}: ${said}`).toContainEqual(readTree(cwd));
    // Killed as it took its folder away, an empty one may be left; never a file.
    expect(Object.keys(textsIn(cwd)).filter((file) => file.startsWith('.toolkit'))).toEqual([]);
  }
  expect(outcomes).toEqual(new Set(['', 'every change is made now', 'every file is as it was before']));
});

/** The tree after an undisturbed run, and how many changes to the disk that took. */
async function redactWhole(): Promise<{after: Record<string, string>; calls: number}> {
  const cwd = await freshToolkit();
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!['look', 'read', 'list', 'sync'].includes(call)) calls += 1;
  });
  const request = {words: NAME, page: undefined, why: WHY, replacement: REPLACEMENT};
  await commit(cwd, (await planRedaction(await readWholeTree(cwd), request, '2026-11-24')).transaction, disk);
  return {after: readTree(cwd), calls};
}

/** As many instants as there are seeds, spread over the whole run: one in each of its equal parts, the same every time. */
function seededInstants(calls: number): number[] {
  let state = 2026;
  const instants = Array.from({length: SEEDS}, (_, seed) => {
    // A linear congruential generator (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const from = Math.floor((seed * calls) / SEEDS);
    const to = Math.floor(((seed + 1) * calls) / SEEDS);
    return 1 + from + (state % Math.max(1, to - from));
  });
  return [...new Set(instants)];
}

/** Lets a process of its own redact until its nth change to the disk; whether it was killed there. */
async function isKilledAt(nth: number, cwd: string): Promise<boolean> {
  const env = {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'toolkit-compile-cache')};
  const child = spawn(process.execPath, [DEADLY_REDACT, cwd, `${nth}`, NAME, WHY, REPLACEMENT], {
    stdio: 'inherit',
    env,
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}
