import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {PageFile} from '../../scripts/check/check-batch.ts';
import {openCache} from '../../scripts/check/page-cache.ts';
import {readDocument} from '../../src/store/document.ts';

const PATH = 'docs/priorities/homes.md';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'page-cache-'));
  await mkdir(path.join(cwd, 'node_modules'));
});

afterEach(() => rm(cwd, {recursive: true}));

async function keep(text: string): Promise<void> {
  const {placeOf: _, ...data} = readDocument(PATH, text).document;
  const page: PageFile = {kind: 'page', ...data};
  await openCache(cwd).save([[page, []]]);
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
