import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {planUndo} from '../../../../scripts/publish/plan-undo.ts';
import {readPublishedTree} from '../../../../scripts/publish/published-tree.ts';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import {faultyDisk} from '../../fs/transaction/faulty-disk.ts';
import {readTree} from '../../fs/transaction/trees.ts';
import {seeds, tallyKills} from '../../support/kills.ts';
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
    const before = readTree(folderWith(files));
    const {after, calls} = await undoWhole(files);
    expect(after).not.toEqual(before);
    const program = fileURLToPath(new URL('./deadly-undo.ts', import.meta.url));
    const tally = await tallyKills({program, files, before, after, calls}, SEEDS);
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

/** The tree after an undisturbed run, and how many changes to the disk that took. */
async function undoWhole(files: Readonly<Record<string, Uint8Array>>) {
  const cwd = folderWith(files);
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!['look', 'read', 'list', 'sync'].includes(call)) calls += 1;
  });
  const {transaction} = await planUndo(await readPublishedTree(cwd), '2026-11-24', true);
  await commit(cwd, transaction, disk);
  return {after: readTree(cwd), calls};
}
