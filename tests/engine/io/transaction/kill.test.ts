import {cpSync, existsSync, readdirSync, renameSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commit, recover} from '../../../../src/io/transaction/commit.ts';
import type {Disk} from '../../../../src/io/transaction/tree.ts';
import {folderWith} from '../../support/run-command.ts';
import {deadlyDisk} from './faulty-disk.ts';
import {leftIn} from './left-in.ts';
import {AFTER, BEFORE, REBUILDING} from './rebuilding.ts';
import {folderOf, readTree} from './trees.ts';

/** Far beyond the calls that a run makes: where it is reached, runs never end. */
const MAX_CALLS = 200;

/** A number above those that processes have. */
const NO_PROCESS = 2 ** 22 + 1;

/** The last rename of the commit; where it is refused, all those before it have to be undone. */
const LAST = 'versions.json';

test('a commit killed at any call leaves a tree that recovery makes as before or as after, and says which', async () => {
  const outcomes = await killEverywhere(commits, () => folderOf(BEFORE));
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

test('a commit that fails and is killed at any call while it undoes leaves a tree that recovery makes whole', async () => {
  const outcomes = await killEverywhere(commits, () => folderOf(BEFORE), LAST);
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

test.each(['draft', 'journal', 'done'] as const)(
  'a recovery from %s, killed at any call, is ended by the next, also where a rename is refused',
  async (state) => {
    const left = await leftIn(state);
    await killEverywhere(recover, () => copyOf(left));
    await killEverywhere(recover, () => copyOf(left), LAST);
  },
);

/** What is stopped: a commit, or a recovery. */
type Run = (folder: string, disk: Disk) => Promise<unknown>;

const commits: Run = (folder, disk) => commit(folder, REBUILDING, disk);

/**
 * Lets a run in this process come to its nth change of the disk and no further, and makes its lock that of a dead one;
 * whether it came so far. The tests of commands kill processes. One rename may be refused.
 */
async function stop(run: Run, folder: string, nth: number, refused?: string): Promise<boolean> {
  const wasStopped = await new Promise<boolean>((resolve) => {
    const disk = deadlyDisk(nth, () => resolve(true), refused);
    run(folder, disk).then(
      () => resolve(false),
      () => resolve(false),
    );
  });
  const own = path.join(folder, '.toolkit/transaction');
  const names = existsSync(own) ? readdirSync(own) : [];
  for (const lock of names.filter((name) => name.startsWith('lock-'))) {
    renameSync(path.join(own, lock), path.join(own, `lock-${NO_PROCESS}-0`));
  }
  return wasStopped;
}

/** Kills a run at its first call, at its second and so on until it ends, and recovers each time; gives what was said. */
async function killEverywhere(run: Run, makeFolder: () => string, refused?: string) {
  const [before, after] = [readTree(folderOf(BEFORE)), readTree(folderOf(AFTER))];
  const outcomes = new Set<string>();
  for (let nth = 1; nth < MAX_CALLS; nth += 1) {
    const folder = makeFolder();
    const wasKilled = await stop(run, folder, nth, refused);
    const isCleared = !existsSync(path.join(folder, '.toolkit/transaction/old'));
    const {outcome} = await recover(folder);
    outcomes.add(outcome);
    const tree = readTree(folder);
    if (outcome === 'completed') expect(tree, `call ${nth}`).toEqual(after);
    else if (outcome === 'undone') expect(tree, `call ${nth}`).toEqual(before);
    // Said only where nothing had begun, or no trace was left.
    else expect(isCleared ? [before, after] : [before], `call ${nth}`).toContainEqual(tree);
    expect(existsSync(path.join(folder, '.toolkit/transaction'))).toBe(false);
    if (!wasKilled) return outcomes;
  }
  throw new Error(`no run has ended before call ${MAX_CALLS}`);
}

function copyOf(folder: string): string {
  const copy = folderWith({});
  cpSync(folder, copy, {recursive: true});
  return copy;
}
