import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {recover} from '../../../../src/fs/transaction/recover.ts';
import {folderWith} from '../../support/run-command.ts';
import {leftIn} from './left-in.ts';
import {AFTER, BEFORE} from './rebuilding.ts';
import {folderOf, readTree} from './trees.ts';

const DEADLY_RUN = fileURLToPath(new URL('./deadly-run.ts', import.meta.url));
/** Far beyond the calls that a run makes: where it is reached, runs never end. */
const MOST_CALLS = 200;

/** The last rename of the commit; where it is refused, all those before it have to be undone. */
const LAST = 'versions.json';

test('a commit killed at any call leaves a tree that recovery makes as before or as after, and says which', async () => {
  const outcomes = await killEverywhere('commit', () => folderOf(BEFORE));
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

test('a commit that fails and is killed at any call while it undoes leaves a tree that recovery makes whole', async () => {
  const outcomes = await killEverywhere('commit', () => folderOf(BEFORE), LAST);
  expect(outcomes).toEqual(new Set(['nothing', 'undone', 'completed']));
});

test.each([
  {state: 'staging', refused: undefined},
  {state: 'applying', refused: undefined},
  {state: 'completed', refused: undefined},
  {state: 'undoing', refused: LAST},
  {state: 'undone', refused: LAST},
])('a recovery from $state, killed at any call, is ended by the next', async ({state, refused}) => {
  const left = await leftIn(state, refused);
  await killEverywhere('recover', () => copyOf(left));
});

test('a recovery that fails undoes, and one killed at any call while it does so is ended by the next', async () => {
  const left = await leftIn('applying');
  expect(await killEverywhere('recover', () => copyOf(left), LAST)).toContain('undone');
});

/** Kills a run at its first call, at its second and so on until it ends, and recovers each time; gives what was said. */
async function killEverywhere(what: 'commit' | 'recover', makeFolder: () => string, ...more: string[]) {
  const [before, after] = [readTree(folderOf(BEFORE)), readTree(folderOf(AFTER))];
  const outcomes = new Set<string>();
  for (let nth = 1; nth < MOST_CALLS; nth += 1) {
    const folder = makeFolder();
    const isKilled = await runUntil(nth, what, folder, ...more);
    const isCleared = !existsSync(path.join(folder, '.toolkit/transaction/old'));
    const {outcome} = await recover(folder);
    outcomes.add(outcome);
    const tree = readTree(folder);
    if (outcome === 'completed') expect(tree, `call ${nth}`).toEqual(after);
    else if (outcome === 'undone') expect(tree, `call ${nth}`).toEqual(before);
    // Said only where nothing had begun, or no trace was left.
    else expect(isCleared ? [before, after] : [before], `call ${nth}`).toContainEqual(tree);
    expect(existsSync(path.join(folder, '.toolkit/transaction'))).toBe(false);
    if (!isKilled) return outcomes;
  }
  throw new Error(`no run has ended before call ${MOST_CALLS}`);
}

function copyOf(folder: string): string {
  const copy = folderWith({});
  cpSync(folder, copy, {recursive: true});
  return copy;
}

/** Lets a process of its own run until its nth call to the disk; whether it was killed there. */
async function runUntil(nth: number, ...[what, folder, ...more]: string[]): Promise<boolean> {
  const args = [DEADLY_RUN, `${what}`, `${folder}`, `${nth}`, ...more];
  const env = {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'toolkit-compile-cache')};
  const child = spawn(process.execPath, args, {stdio: 'inherit', env});
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}
