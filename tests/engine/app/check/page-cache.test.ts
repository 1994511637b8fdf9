import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {PageFile} from '../../../../src/app/check/check-batch.ts';
import {openCache} from '../../../../src/app/check/page-cache.ts';
import type {Problem} from '../../../../src/content/problem.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {folderWith} from '../../support/run-command.ts';

const PATH = 'docs/priorities/homes.md';
const TEXT = '---\ntitle: Homes\n---\n\nWords.\n';
const PROBLEM: Problem = {path: PATH, ruleId: 'no-misspelling', severity: 'warning', problem: 'a', fix: 'b'};

function pageOf(text: string): PageFile {
  const {placeOf: _, ...data} = readDocument(PATH, text).document;
  return {kind: 'page', ...data};
}

test('what was found and what the dictionary said is kept, until the settings change', () => {
  const cwd = folderWith({'node_modules/.package-lock.json': '{}'});
  const first = openCache(cwd);
  first.lookups.correct.set('constructor', true);
  first.lookups.suggested.set('recieve', ['receive']);
  first.set(pageOf(TEXT), [PROBLEM]);
  first.save();

  const second = openCache(cwd);
  expect(second.get(pageOf(TEXT))).toEqual([PROBLEM]);
  expect(second.get(pageOf(`${TEXT}More words.\n`))).toBeUndefined();
  expect([...second.lookups.correct, ...second.lookups.suggested]).toEqual([
    ['constructor', true],
    ['recieve', ['receive']],
  ]);

  writeFileSync(path.join(cwd, 'words.txt'), 'eagre\n');
  const third = openCache(cwd);
  expect(third).toMatchObject({isEmpty: true, lookups: {correct: new Map(), suggested: new Map()}});
  expect(third.get(pageOf(TEXT))).toBeUndefined();
});
