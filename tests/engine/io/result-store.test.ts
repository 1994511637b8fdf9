import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {FileResultStore} from '../../../src/io/result-store.ts';
import {folderWith} from '../support/run-command.ts';

const STORE = 'node_modules/.cache/good-practice-toolkit';

/** Results as a build keeps them: text, bytes, lists, and what JSON does not know. */
const RESULTS = Array.from({length: 20}, (_, index) => ({
  inputs: [`page ${index}`, new Uint8Array([index])],
  value: {html: `<p>Page ${index}</p>`.repeat(index), bytes: new Uint8Array([1, index]), missing: undefined},
}));

/** A toolkit whose results were saved. */
function savedResults(): string {
  const folder = folderWith({'package-lock.json': '{}'});
  mkdirSync(path.join(folder, 'node_modules'));
  const store = new FileResultStore(folder, 'results');
  for (const {inputs, value} of RESULTS) store.set('page', inputs, value);
  store.save();
  return folder;
}

/** What a later run finds. */
function recalled(folder: string) {
  const store = new FileResultStore(folder, 'results');
  return RESULTS.map(({inputs}) => store.get('page', inputs)?.value);
}

const ALL = RESULTS.map(({value}) => value);
const NOTHING = RESULTS.map(() => undefined);

test('results are there for the next run, by the kind of result and by every input', () => {
  const folder = savedResults();
  expect(recalled(folder)).toEqual(ALL);
  const store = new FileResultStore(folder, 'results');
  expect(store.get('article', ['page 1', new Uint8Array([1])])).toBeUndefined();
  expect(store.get('page', ['page 1'])).toBeUndefined();
  expect(store.get('page', ['page', ' 1', new Uint8Array([1])])).toBeUndefined();
});

test('a store can be deleted at any time, and other packages make its results unknown', () => {
  const folder = savedResults();
  writeFileSync(path.join(folder, 'package-lock.json'), '{"packages": {}}');
  expect(recalled(folder)).toEqual(NOTHING);
  writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  expect(recalled(folder)).toEqual(ALL);
  rmSync(path.join(folder, 'node_modules/.cache'), {recursive: true});
  expect(recalled(folder)).toEqual(NOTHING);
});

test('what no run uses any more takes no space for long', () => {
  const folder = savedResults();
  for (let run = 0; run < 20; run++) {
    const store = new FileResultStore(folder, 'results');
    store.set('page', [`edit ${run}`], {html: 'x'.repeat(2000)});
    store.save();
  }
  // Four runs are kept, and about as much again before the file is written anew: 40,000 bytes in all were saved.
  expect(statSync(path.join(folder, STORE, 'results.bin')).size).toBeLessThan(20_000);
});

test.each(['results.bin', 'results.json'])(
  '%s that is cut short or damaged anywhere gives right results or none',
  (name) => {
    const folder = savedResults();
    const file = path.join(folder, STORE, name);
    const sound = readFileSync(file);
    const wrong = (damaged: Uint8Array): unknown[] => {
      writeFileSync(file, damaged);
      return recalled(folder).filter((value, index) => value !== undefined && !isEqual(value, ALL[index]));
    };
    const places = Array.from({length: 20}, (_, index) => Math.floor((index * sound.length) / 20));
    for (const at of places) {
      expect(wrong(sound.subarray(0, at)), `up to byte ${at}`).toEqual([]);
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
      expect(wrong(damaged), `byte ${at}`).toEqual([]);
    }
    // A disk may lose what a file held and keep its length.
    expect(wrong(Buffer.from(sound).fill(0, Math.floor(sound.length / 2)))).toEqual([]);
    for (const garbage of ['', '{}', 'no store at all', '\0\0\0\0', 'null', '{"places": [null]}']) {
      expect(wrong(Buffer.from(garbage))).toEqual([]);
    }
  },
);

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}

/** Saves one result after another, more each time, until it is killed. */
const SAVES_FOREVER = `
  import {FileResultStore} from ${JSON.stringify(path.resolve('src/io/result-store.ts'))};
  const store = new FileResultStore(process.argv[1], 'results');
  for (let n = 0; ; n++) {
    store.set('number', [String(n)], {n, text: 'x'.repeat(100_000)});
    store.save();
    if (n >= 3) process.stdout.write('saved');
  }`;

test('a run that is killed while it saves leaves a store that the next run can use', async () => {
  const folder = savedResults();
  for (const saves of [1, 4]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SAVES_FOREVER, folder]);
    for (let n = 0; n < saves; n++) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = new FileResultStore(folder, 'results');
    for (let n = 0; n < 3; n++) {
      expect(store.get('number', [String(n)])?.value).toEqual({n, text: 'x'.repeat(100_000)});
    }
    expect(recalled(folder)).toEqual(ALL);
  }
});
