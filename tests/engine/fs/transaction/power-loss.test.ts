import type {Stats} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commit} from '../../../../src/fs/transaction/commit.ts';
import type {Disk} from '../../../../src/fs/transaction/disk.ts';
import {recover} from '../../../../src/fs/transaction/recover.ts';
import {diskError} from './faulty-disk.ts';
import {AFTER, BEFORE, REBUILDING} from './rebuilding.ts';

/** A change to a disk, or the flush of a folder. */
type Change =
  | {call: 'write'; to: string; bytes: Uint8Array}
  | {call: 'rename'; from: string; to: string}
  | {call: 'makeFolder' | 'removeFolder' | 'remove' | 'sync'; to: string};

/** The files of a disk by path; a folder has no bytes. */
type Files = Map<string, Uint8Array | undefined>;

const isIn = (folder: string) => (file: string) => file === folder || file.startsWith(`${folder}/`);

/** Makes one change, as far as what it needs is there. */
function change(files: Files, made: Change): void {
  const {call, to} = made;
  const found = [...files.keys()].filter(isIn(call === 'rename' ? made.from : to));
  if (call === 'remove') for (const file of found) files.delete(file);
  if (call === 'removeFolder' && found.length === 1) files.delete(to);
  if (call === 'sync' || call.startsWith('remove') || (call === 'rename' && found.length === 0)) return;
  for (let folder = path.dirname(to); folder !== '/'; folder = path.dirname(folder)) files.set(folder, undefined);
  if (call === 'makeFolder') files.set(to, undefined);
  if (call === 'write') files.set(to, made.bytes);
  if (call !== 'rename') return;
  for (const file of found) {
    files.set(to + file.slice(made.from.length), files.get(file));
    files.delete(file);
  }
}

/** A disk in memory that records every change. */
function recordingDisk(files: Files, changes: Change[] = []): Disk {
  const make = (made: Change) => {
    change(files, made);
    changes.push(made);
  };
  return {
    look: async (file) => {
      const isFolder = files.get(file) === undefined;
      const kinds = {isDirectory: () => isFolder, isFile: () => !isFolder, isSymbolicLink: () => false};
      return files.has(file) ? ({...kinds, mode: 0o644} as Stats) : undefined;
    },
    read: async (file) => files.get(file),
    list: async (folder) =>
      [...files.keys()].filter((file) => path.dirname(file) === folder).map((file) => path.basename(file)),
    write: async (to, bytes) => make({call: 'write', to, bytes: Uint8Array.from(bytes)}),
    rename: async (from, to) => {
      if (!files.has(from)) throw diskError('ENOENT');
      make({call: 'rename', from, to});
    },
    makeFolder: async (to) => make({call: 'makeFolder', to}),
    removeFolder: async (to) => {
      make({call: 'removeFolder', to});
      return !files.has(to);
    },
    remove: async (to) => make({call: 'remove', to}),
    sync: async (to) => make({call: 'sync', to}),
  };
}

const ROOT = '/toolkit';

function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): Files {
  const files: Files = new Map([[ROOT, undefined]]);
  for (const [file, text] of Object.entries(texts)) {
    change(files, {call: 'write', to: path.join(ROOT, file), bytes: Uint8Array.from(Buffer.from(text))});
  }
  return files;
}

/** The files outside the folder of transactions. */
function treeOf(files: Files): string {
  const kept = [...files].filter(([file]) => !isIn(`${ROOT}/.toolkit`)(file));
  return JSON.stringify(kept.map(([file, bytes]) => [file, bytes && Buffer.from(bytes).toString('base64')]).sort());
}

const namesOf = (made: Change) => (made.call === 'rename' ? [made.from, made.to] : [made.to]);

/** The changes that are on no disk for certain when the power goes: no folder that they touch was flushed after them. */
function unflushed(changes: readonly Change[]): number[] {
  return changes.flatMap((made, at) => {
    const folders = namesOf(made).map((file) => path.dirname(file));
    const isFlushed = changes.slice(at).some(({call, to}) => call === 'sync' && folders.includes(to));
    return made.call === 'sync' || isFlushed ? [] : [at];
  });
}

/**
 * What a loss of power may take: nothing, all that was not flushed, each change alone, or all but it. A name has one
 * state on a disk, so a change of it that is lost takes later ones with it.
 */
function losses(changes: readonly Change[]): Set<number>[] {
  const open = unflushed(changes);
  const first = [[], open, ...open.map((at) => [at]), ...open.map((at) => open.filter((other) => other !== at))];
  return first.map((chosen) => {
    const lost = new Set(chosen);
    const names = new Set<string>();
    for (const at of open) {
      const touched = namesOf(changes[at] as Change);
      if (touched.some((name) => names.has(name))) lost.add(at);
      if (lost.has(at)) for (const name of touched) names.add(name);
    }
    return lost;
  });
}

const [before, after] = [treeOf(filesOf(BEFORE)), treeOf(filesOf(AFTER))];

/** Lets the power go at every change of a run, and recovers from everything that it may leave; gives what was said. */
async function losePower(start: Files, run: (disk: Disk) => Promise<unknown>, expected: readonly string[]) {
  const changes: Change[] = [];
  await run(recordingDisk(new Map(start), changes)).catch(() => {});
  const outcomes = new Map<string, number>();
  for (let count = 0; count <= changes.length; count += 1) {
    const done = changes.slice(0, count);
    for (const lost of losses(done)) {
      const files = new Map(start);
      for (const [at, made] of done.entries()) if (!lost.has(at)) change(files, made);
      const {outcome} = await recover(ROOT, recordingDisk(files));
      const trees = {
        completed: [after],
        undone: [before],
        nothing: count === changes.length ? expected : [before, after],
      };
      expect(trees[outcome], `change ${count}, lost ${[...lost]}: ${outcome}`).toContain(treeOf(files));
      expect(files.has(`${ROOT}/.toolkit/transaction`)).toBe(false);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  return outcomes;
}

test('a loss of power at any change, with what was not flushed lost in any order, leaves a tree as before or as after', async () => {
  const outcomes = await losePower(filesOf(BEFORE), (disk) => commit(ROOT, REBUILDING, disk), [after]);
  expect([...outcomes.keys()].sort()).toEqual(['completed', 'nothing', 'undone']);
  expect([...outcomes.values()].reduce((sum, number) => sum + number)).toBeGreaterThan(800);
});

test('so does one while a commit that the disk refuses is undone', async () => {
  const refusing = (disk: Disk): Disk => ({
    ...disk,
    rename: async (from, to) => {
      if (to === `${ROOT}/versions.json`) throw diskError('EACCES');
      await disk.rename(from, to);
    },
  });
  const outcomes = await losePower(filesOf(BEFORE), (disk) => commit(ROOT, REBUILDING, refusing(disk)), [before]);
  expect(outcomes.get('undone')).toBeGreaterThan(100);
});
