import {randomBytes} from 'node:crypto';
import {setTimeout} from 'node:timers/promises';
import {TransactionError} from './transaction-error.ts';
import {foldersAbove, locate, locateOwn, TRANSACTION_FOLDER, type Tree} from './tree.ts';

const LOCK = /^lock-(?<pid>\d+)-/;

/** With a wait of 100 ms on average, a second run gives up after about three seconds. */
const MOST_TRIES = 30;

/** The locks of this process. Any other lock with its number was left by a dead process with the same number. */
const held = new Set<string>();

/**
 * Does some work while no other process works on the tree. Each process creates its lock first and then looks for
 * others, so that at most one of two continues; the lock of a dead process is removed without a race.
 *
 * @throws {TransactionError} where another process is still working.
 */
export async function withLock<T>(tree: Tree, work: () => Promise<T>): Promise<T> {
  const name = `lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  held.add(name);
  try {
    await requireFolders(tree);
    await acquire(tree, name);
    return await work();
  } finally {
    await release(tree, name);
    held.delete(name);
  }
}

/** A link instead of one of our folders would redirect the writing. */
async function requireFolders(tree: Tree): Promise<void> {
  for (const folder of ['.toolkit', ...['', '/new', '/old'].map((name) => TRANSACTION_FOLDER + name)]) {
    const stats = await tree.disk.look(locate(tree, folder));
    if (stats && !stats.isDirectory()) {
      throw new TransactionError(
        `\`${folder}\` is no folder, expected a folder or nothing`,
        `Delete \`${folder}\`, and run the command again.`,
      );
    }
  }
}

async function acquire(tree: Tree, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await putUp(tree, name);
    const others = (await tree.disk.list(locateOwn(tree))).filter((other) => LOCK.test(other) && other !== name);
    const busy = others.find(isAlive);
    if (!busy) {
      for (const dead of others) await tree.disk.remove(locateOwn(tree, dead));
      return;
    }
    await release(tree, name);
    if (tries === MOST_TRIES) {
      throw new TransactionError(
        `another command is writing (process ${LOCK.exec(busy)?.groups?.pid}), expected to be the only one`,
        `Wait until it ends, and run the command again. If no such process runs, delete \`${TRANSACTION_FOLDER}/${busy}\`.`,
      );
    }
    await setTimeout(50 + Math.random() * 100);
  }
}

async function putUp(tree: Tree, name: string): Promise<void> {
  for (let isUp = false; !isUp; ) {
    await tree.disk.makeFolder(locateOwn(tree));
    isUp = await tree.disk.write(locateOwn(tree, name), Buffer.of()).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        // Another process removed the empty folder between our two calls.
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
  }
}

async function release(tree: Tree, name: string): Promise<void> {
  try {
    await tree.disk.remove(locateOwn(tree, name));
    for (const folder of [TRANSACTION_FOLDER, ...foldersAbove(TRANSACTION_FOLDER)]) {
      if (!(await tree.disk.removeFolder(locate(tree, folder)))) return;
    }
  } catch {
    // A lock that cannot be removed will soon belong to a dead process.
  }
}

function isAlive(lock: string): boolean {
  const pid = Number(LOCK.exec(lock)?.groups?.pid);
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
