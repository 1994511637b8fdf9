import {readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';
import {commit} from '../../../../src/io/transaction/commit.ts';
import {diskError, faultyDisk} from './faulty-disk.ts';
import {BEFORE, REBUILDING} from './rebuilding.ts';
import {folderOf} from './trees.ts';

/** A folder that a commit left as soon as it had a file of this name, and so many renames later. */
export async function leftIn(state: 'draft' | 'journal' | 'done', renames = 0): Promise<string> {
  const folder = folderOf(BEFORE);
  let left = Number.POSITIVE_INFINITY;
  const disk = faultyDisk((call, [from, to]) => {
    if (left === 0) throw diskError('EIO');
    if (call === 'writeFile' && `${from}`.endsWith(`${state}.json`)) left = 0;
    if (call !== 'rename') return;
    left -= 1;
    if (`${to}`.endsWith(`${state}.json`)) left = renames;
  });
  await commit(folder, REBUILDING, disk).catch(() => {});
  const own = path.join(folder, '.toolkit/transaction');
  expect(readdirSync(own)).toContain(`${state}.json`);
  // This process lives on, and with it its lock.
  for (const lock of readdirSync(own).filter((name) => name.startsWith('lock-'))) rmSync(path.join(own, lock));
  return folder;
}
