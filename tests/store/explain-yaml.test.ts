import {expect, test} from 'vitest';
import {applyEdits} from '../../src/content/apply-edits.ts';
import {readDocument} from '../../src/store/document.ts';

const textOf = (yaml: string) => `---\n${yaml}\n---\nWords.\n`;

test.each([
  ['title: Lower Ford: one shed', 'value holds `: `', 'title: "Lower Ford: one shed"'],
  ['place: @home', 'value begins with `@`', 'place: "@home"'],
  ['cost: Three: of "them": each', 'value holds `: `', undefined],
  ['title: A\ntitle: B', '`title` stands twice, expected each key once', undefined],
  ['title: "A', 'something that was opened is not closed', undefined],
  ['sources:\n\t- title: A', 'line begins with a tab, expected spaces', undefined],
  [`title: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'values stand in one another too deeply', undefined],
  ['title: *name', 'value `*name` stands for another', undefined],
])('%j is said in plain words', (yaml, words, mended) => {
  const [finding, ...rest] = readDocument('docs/a.md', textOf(yaml)).broken;
  expect(rest).toEqual([]);
  expect(finding?.problem).toContain(words);
  expect(finding?.edit && applyEdits(textOf(yaml), [finding.edit])).toBe(mended && textOf(mended));
});
