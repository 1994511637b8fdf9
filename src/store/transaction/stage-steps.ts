import type {Journal} from './journal.ts';
import {advanceJournal, beginJournal, clearJournal} from './journal.ts';
import type {Step} from './plan-steps.ts';
import type {Tree} from './tree.ts';
import {foldersAbove, hashOf, locate, locateOwn} from './tree.ts';

/**
 * Writes all new contents and the journal beside the files of the tree. Its end is the commit point: when it fails, or
 * the process dies in it, nothing has changed; from then on the changes will be made.
 */
export async function stageSteps(tree: Tree, command: string, steps: readonly Step[]): Promise<Journal> {
  const hash = (bytes: Uint8Array | undefined) => (bytes ? hashOf(bytes) : null);
  const journal: Journal = {
    command,
    files: steps.map(({path, before, after}) => ({path, before: hash(before), after: hash(after)})),
    folders: await findMissingFolders(tree, steps),
  };
  try {
    for (const folder of ['new', 'old']) {
      await tree.disk.remove(locateOwn(tree, folder));
      await tree.disk.makeFolder(locateOwn(tree, folder));
    }
    await beginJournal(tree, journal);
    for (const [index, {after, mode}] of steps.entries()) {
      if (after) await tree.disk.write(locateOwn(tree, 'new', String(index)), after, mode);
    }
    await tree.disk.sync(locateOwn(tree, 'new'));
    await advanceJournal(tree, 'staging', 'applying');
  } catch (error) {
    await clearJournal(tree, 'staging');
    throw error;
  }
  return journal;
}

async function findMissingFolders(tree: Tree, steps: readonly Step[]): Promise<string[]> {
  const folders = new Set(steps.flatMap(({path, after}) => (after ? foldersAbove(path) : [])));
  const missing: string[] = [];
  for (const folder of folders) if (!(await tree.disk.look(locate(tree, folder)))) missing.push(folder);
  return missing;
}
