import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {planUndo} from '../../../../scripts/publish/plan-undo.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {runWhole, seeds, tallyKills} from '../../support/kills.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {unseenFiles} from '../../support/toolkits/unseen-toolkit.ts';
import {publishedFiles, waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const SEEDS = seeds(8);

test.each([
  {what: 'an update', files: waitingFiles(), options: []},
  {what: 'an update with its edition', files: waitingFiles(), options: ['--edition']},
  {what: 'a launch', files: unseenFiles(), options: ['--launch']},
  {what: 'an edition', files: publishedFiles(), options: ['--edition']},
])(
  `taking back $what, killed at any of ${SEEDS} instants, leaves a tree as before or as after`,
  {
    timeout: 90_000 + SEEDS * 3_000,
  },
  async ({files: before, options}) => {
    const files = await publishedWith(before, options);
    const plan = async (cwd: string) => (await planUndo(await readPublishedTree(cwd), '2026-11-24', true)).transaction;
    const whole = await runWhole(plan, () => folderWith(files));
    expect(whole.after).not.toEqual(whole.before);
    const tally = await tallyKills(whole, SEEDS);
    expect(tally.broken).toEqual([]);
    expect(Math.min(tally['as before'], tally['as after'])).toBeGreaterThan(0);
  },
);

/** The files of a toolkit after it was published, as an undisturbed run leaves them. */
async function publishedWith(
  before: Parameters<typeof folderWith>[0],
  options: readonly string[],
): Promise<Record<string, Uint8Array>> {
  const cwd = folderWith(before);
  expect((await runCommand(['publish', ...options], cwd)).stderr).toBe('');
  const names = readdirSync(cwd, {recursive: true, encoding: 'utf8'});
  const files = names.filter((name) => statSync(path.join(cwd, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(cwd, name))]));
}
