import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {PageFile} from '../../../../scripts/check/check-batch.ts';
import {openCache} from '../../../../scripts/check/page-cache.ts';
import {readDocument} from '../../../../src/fs/yaml/document.ts';
import type {Problem} from '../../../../src/model/problem.ts';

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

async function keep(text: string): Promise<void> {
  await openCache(cwd).save([[pageOf(text), []]]);
}

test.each([
  ['a page', '---\ntitle: Homes\nsources: [{year: 2026}]\n---\n\nWords.\n'],
  ['Windows line endings', '---\r\ntitle: Homes\r\n---\r\n\r\nWords.\r\n'],
  ['a number that JSON does not know', '---\ntitle: .inf\n---\n\nWords.\n'],
  ['broken front matter', '---\ntitle: [Homes\n---\n\nWords.\n'],
  ['no front matter', 'Words.\n'],
])('a kept document reads as it did the first time: %s', async (_, text) => {
  const first = readDocument(PATH, text);

  await keep(text);

  const {document, broken} = openCache(cwd).read(PATH, text);
  expect(broken).toEqual(first.broken);
  expect({...document, placeOf: undefined}).toEqual({...first.document, placeOf: undefined});
  expect(document.placeOf(['title'])).toEqual(first.document.placeOf(['title']));
});

test('a text that changed is read anew', async () => {
  await keep('---\ntitle: Homes\n---\n\nWords.\n');

  const {document} = openCache(cwd).read(PATH, '---\ntitle: Boats\n---\n\nWords.\n');

  expect(document.frontMatter).toEqual({title: 'Boats'});
});

const TEXT = '---\ntitle: Homes\n---\n\nWords.\n';
const KEPT = 'node_modules/.cache/good-practice-toolkit/check.json';

/** Keeps a page with a problem, and what the dictionary said of a word. */
async function keepAll(): Promise<void> {
  const cache = openCache(cwd);
  cache.lookups.correct.set('constructor', true).set('recieve', false);
  cache.lookups.suggested.set('recieve', ['receive']);
  await cache.save([[pageOf(TEXT), [PROBLEM]]]);
}

const PROBLEM: Problem = {path: PATH, ruleId: 'no-misspelling', severity: 'warning', problem: 'a', fix: 'b'};

function expectNothingKept(): void {
  const cache = openCache(cwd);
  expect(cache).toMatchObject({isEmpty: true, lookups: {correct: new Map(), suggested: new Map()}});
  expect(cache.get(pageOf(TEXT))).toBeUndefined();
}

test('what was found and what the dictionary said is kept', async () => {
  await keepAll();

  const cache = openCache(cwd);
  expect(cache.get(pageOf(TEXT))).toEqual([PROBLEM]);
  expect(cache.get(pageOf(`${TEXT}More words.\n`))).toBeUndefined();
  expect([...cache.lookups.correct]).toEqual([
    ['constructor', true],
    ['recieve', false],
  ]);
  expect([...cache.lookups.suggested]).toEqual([['recieve', ['receive']]]);
});

test('what is kept of pages that did not change stays, and that of pages that are gone goes', async () => {
  await keepAll();
  const other = {...pageOf(TEXT), path: 'docs/priorities/boats.md'};
  await openCache(cwd).save([
    [pageOf(TEXT), [PROBLEM]],
    [other, []],
  ]);
  await openCache(cwd).save([[pageOf(TEXT), [PROBLEM]]]);

  const cache = openCache(cwd);
  expect(cache.get(pageOf(TEXT))).toEqual([PROBLEM]);
  expect(cache.get(other)).toBeUndefined();
  expect(cache.lookups.correct.size).toBe(2);
});

test('a change of the settings forgets all', async () => {
  await keepAll();
  await writeFile(path.join(cwd, 'words.txt'), 'eagre\n');

  expectNothingKept();
});

test('what other code kept is not read', async () => {
  await keepAll();
  const file = path.join(cwd, KEPT);
  const stored = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({...stored, engine: 'another'}));

  expectNothingKept();
});

test.each(['', 'null', '{"engine":', '[]'])('a broken file is as good as none: %j', async (broken) => {
  await keepAll();
  await writeFile(path.join(cwd, KEPT), broken);

  expectNothingKept();
});
