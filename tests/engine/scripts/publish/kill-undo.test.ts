import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {planUndo} from '../../../../scripts/publish/plan-undo.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {runWhole, seeds, tallyKills} from '../../support/kills.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SEEDS = seeds(8);

test.each([
  {what: 'an update', options: []},
  {what: 'an update with its edition', options: ['--edition']},
])(
  `taking back $what, killed at any of ${SEEDS} instants, leaves a tree as before or as after`,
  {
    timeout: 90_000 + SEEDS * 3_000,
  },
  async ({options}) => {
    const files = await publishedWith(options);
    const plan = async (cwd: string) => (await planUndo(await readPublishedTree(cwd), '2026-11-24', true)).transaction;
    const whole = await runWhole(plan, () => folderWith(files));
    expect(whole.after).not.toEqual(whole.before);
    const tally = await tallyKills(whole, SEEDS);
    expect(tally.broken).toEqual([]);
    expect(Math.min(tally['as before'], tally['as after'])).toBeGreaterThan(0);
  },
);

/** The files of a toolkit after it was published, as an undisturbed run leaves them. */
async function publishedWith(options: readonly string[]): Promise<Record<string, Uint8Array>> {
  const cwd = folderWith(waitingFiles());
  expect((await runCommand(['publish', ...options], cwd)).stderr).toBe('');
  const names = readdirSync(cwd, {recursive: true, encoding: 'utf8'});
  const files = names.filter((name) => statSync(path.join(cwd, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(cwd, name))]));
}
