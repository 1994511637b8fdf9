import {expect, test} from 'vitest';
import {applyEdits} from '../../../src/content/markdown/edit/apply-edits.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';

const textOf = (yaml: string) => `---\n${yaml}\n---\nWords.\n`;

test.each([
  ['title: Lower Ford: one shed', 'value of `title` contains `: `', 'title: "Lower Ford: one shed"'],
  ['place: @home', 'value of `place` begins with `@`', 'place: "@home"'],
  ['cost: Three: of "them": each', 'value of `cost` contains `: `', undefined],
  ['title: A\ntitle: B', '`title` appears twice, expected each key once', undefined],
  ['title: "A', '`"` is opened and not closed', undefined],
  ['period: from: 2023', '`from:` is on the line of another key', undefined],
  ['sources:\n\t- title: A', 'line begins with a tab, expected spaces', undefined],
  [`title: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'values are nested too deeply', undefined],
  ['title: *name', 'value `*name` is an alias', undefined],
])('%j is said in plain words', (yaml, words, mended) => {
  const [finding, ...rest] = readDocument('docs/a.md', textOf(yaml)).broken;
  expect(rest).toEqual([]);
  expect(finding?.problem).toContain(words);
  expect(finding?.edit && applyEdits(textOf(yaml), [finding.edit])).toBe(mended && textOf(mended));
});

test.each([
  ['title: A\ntext: "He said "hi" to us"', 3, 7, `Write \`'He said "hi" to us'\`.`],
  [`title: 'It's here'\nplace: a`, 2, 8, `Write \`"It's here"\`.`],
  ['title: [a, b\nplace: c', 2, 8, 'Write `[a, b]`, or'],
  ['  title: A\nplace: b', 2, 3, 'Delete the spaces before `title`.'],
  ['sources:\n- title: A\n url: b', 4, 2, 'Indent `url`'],
  ['title:no space', 2, 1, 'Write `title: no space`.'],
  ['title: "A\nplace: b', 2, 8, 'Write `"A"`.'],
])('%j: the fix is what its author meant, at its place', (yaml, line, column, fix) => {
  const [finding, ...rest] = readDocument('docs/a.md', textOf(yaml)).broken;
  expect(rest).toEqual([]);
  expect(finding?.place).toEqual({line, column});
  expect(finding?.fix).toContain(fix);
  expect(finding?.problem).toMatch(/expected/);
});

test('no slip gets words of the parser', () => {
  const signs = ['"', "'", '[', '{', ': ', '\n ', '\n- ', '#', '&', '*', '!', '|', '%', '@', '`', '?', ',', ']'];
  for (const one of signs) {
    for (const other of signs) {
      for (const finding of readDocument('docs/a.md', textOf(`title: a${one}b ${other} c\nplace: ${other}${one}d`))
        .broken) {
        expect(finding.problem).toMatch(/^[`\w].*, expected /);
        expect(finding.problem).not.toMatch(/scalar|flow|mapping|implicit|token|indicator|node/i);
      }
    }
  }
});
