import {expect, test} from 'vitest';
import {planRedaction} from '../../../../src/features/redaction/plan-redaction.ts';
import {readTree as readWholeTree} from '../../../../src/io/read-tree.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {kill, runWhole, seeds} from '../../support/kills.ts';
import {runCommand} from '../../support/run-command.ts';
import {freshToolkit, NAME, textsIn, WHY} from './named-toolkit.ts';

/** Redacting changes more files than other commands, and all of them go through one transaction. */
const SEEDS = seeds(8);

test(`redacting killed at any of ${SEEDS} instants leaves a tree that the next run makes as before or as after, and says which`, {
  timeout: 240_000 + SEEDS * 3_000,
}, async () => {
  const request = {words: NAME, page: undefined, why: WHY};
  const plan = async (cwd: string) =>
    (await planRedaction(await readWholeTree(cwd), request, '2026-11-24')).transaction;
  const whole = await runWhole(plan, freshToolkit);
  const {before, after, calls} = whole;
  const outcomes = new Set<string>();
  for await (const {cwd, nth, wasKilled} of kill(whole, SEEDS)) {
    expect(wasKilled, `call ${nth} of ${calls}`).toBe(true);
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
  expect([...outcomes]).toEqual(expect.arrayContaining(['every change is made now', 'every file is as it was before']));
});
