import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {
  foldersAbove,
  look,
  OWN_FOLDER,
  removeEmptyFolders,
  TransactionError,
  type Tree,
  unlessMissing,
} from './tree.ts';

const LOCK = /^lock-(?<pid>\d+)-/;

/** With a wait of 100 ms on average, a second run gives up after about three seconds. */
const MAX_TRIES = 30;

/** The locks of this process. Any other lock with its number was left by a dead process with the same number. */
const held = new Set<string>();

/**
 * Does some work while no other process works on the tree. Each process creates its lock first and then looks for
 * others, so that at most one of two continues; the lock of a dead process is removed without a race.
 *
 * @throws {TransactionError} where another process is still working.
 */
export async function withLock<T>(tree: Tree, work: () => Promise<T>): Promise<T> {
  const name = `${OWN_FOLDER}/lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  held.add(path.basename(name));
  try {
    for (const folder of ['.toolkit', OWN_FOLDER, `${OWN_FOLDER}/new`, `${OWN_FOLDER}/old`])
      await look(tree, folder, 'folder');
    await acquire(tree, name);
    return await work();
  } finally {
    // A lock that cannot be removed will soon belong to a dead process.
    await release(tree, name).catch(() => undefined);
    held.delete(path.basename(name));
  }
}

async function acquire(tree: Tree, name: string): Promise<void> {
  const folder = path.join(tree.cwd, OWN_FOLDER);
  for (let tries = 1; ; tries += 1) {
    // Another process may remove the empty folder between the two calls.
    do await tree.disk.mkdir(folder, {recursive: true});
    while (!(await unlessMissing(tree.disk.writeFile(path.join(tree.cwd, name), '').then(() => true))));
    const others = (await tree.disk.readdir(folder)).filter((other) => LOCK.test(other) && !name.endsWith(other));
    const busy = others.find(isAlive);
    if (!busy) {
      for (const dead of others) await tree.disk.rm(path.join(folder, dead), {force: true});
      return;
    }
    await release(tree, name);
    if (tries === MAX_TRIES) {
      throw new TransactionError(
        `another command is writing (process ${LOCK.exec(busy)?.groups?.pid}), expected to be the only one`,
        `Wait until it ends, and run the command again. If no such process runs, delete \`${OWN_FOLDER}/${busy}\`.`,
      );
    }
    await setTimeout(50 + Math.random() * 100);
  }
}

async function release(tree: Tree, name: string): Promise<void> {
  await tree.disk.rm(path.join(tree.cwd, name), {force: true});
  await removeEmptyFolders(tree, foldersAbove(name));
}

function isAlive(lock: string): boolean {
  const pid = Number(LOCK.exec(lock)?.groups?.pid);
  if (pid === process.pid) return held.has(lock);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
