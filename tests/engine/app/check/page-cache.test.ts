import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {PageFile} from '../../../../src/app/check/check-batch.ts';
import {openCache} from '../../../../src/app/check/page-cache.ts';
import type {Problem} from '../../../../src/content/problem.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';

const PATH = 'docs/priorities/homes.md';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'page-cache-'));
  await mkdir(path.join(cwd, 'node_modules'));
});

afterEach(() => rm(cwd, {recursive: true}));

function pageOf(text: string): PageFile {
  const {placeOf: _, ...data} = readDocument(PATH, text).document;
  return {kind: 'page', ...data};
}

const TEXT = '---\ntitle: Homes\n---\n\nWords.\n';

/** Keeps a page with a problem, and what the dictionary said of a word. */
function keepAll(): void {
  const cache = openCache(cwd);
  cache.lookups.correct.set('constructor', true).set('recieve', false);
  cache.lookups.suggested.set('recieve', ['receive']);
  cache.set(pageOf(TEXT), [PROBLEM]);
  cache.save();
}

const PROBLEM: Problem = {path: PATH, ruleId: 'no-misspelling', severity: 'warning', problem: 'a', fix: 'b'};

function expectNothingKept(): void {
  const cache = openCache(cwd);
  expect(cache).toMatchObject({isEmpty: true, lookups: {correct: new Map(), suggested: new Map()}});
  expect(cache.get(pageOf(TEXT))).toBeUndefined();
}

test('what was found and what the dictionary said is kept', () => {
  keepAll();

  const cache = openCache(cwd);
  expect(cache.get(pageOf(TEXT))).toEqual([PROBLEM]);
  expect(cache.get(pageOf(`${TEXT}More words.\n`))).toBeUndefined();
  expect([...cache.lookups.correct]).toEqual([
    ['constructor', true],
    ['recieve', false],
  ]);
  expect([...cache.lookups.suggested]).toEqual([['recieve', ['receive']]]);
});

test('a change of the settings forgets all', async () => {
  keepAll();
  await writeFile(path.join(cwd, 'words.txt'), 'eagre\n');

  expectNothingKept();
});
