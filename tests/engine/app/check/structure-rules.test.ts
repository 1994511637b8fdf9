import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {lintStructure} from '../../../../src/app/check/lint-structure.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {STRUCTURE_RULES, STRUCTURE_SETTINGS} from '../../../../src/rules/structure-rules.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';

const RULES = path.join(ROOT, 'node_modules', 'markdownlint', 'lib');

test('every rule has the name that markdownlint gives it, and no other rule runs', async () => {
  const files = readdirSync(RULES).filter((file) => /^md\d+(-md\d+)?\.mjs$/.test(file));
  const rules: {names: string[]}[] = (
    await Promise.all(files.map(async (file) => (await import(path.join(RULES, file))).default))
  ).flat();
  const known = new Map(rules.map(({names}) => [names[0], names.at(-1)]));
  for (const [number, {name}] of Object.entries(STRUCTURE_RULES)) expect(known.get(number), number).toBe(name);
  const {default: others, ...settings} = STRUCTURE_SETTINGS;
  expect(others).toBe(false);
  expect(Object.keys(settings)).toEqual(Object.keys(STRUCTURE_RULES));
});

test.each(Object.entries(STRUCTURE_RULES))('%s says what was found and what to do', (_number, {problem, fix}) => {
  expect(problem).toMatch(/^[a-z].*, expected .*[^.]$/);
  expect(fix).toMatch(/^[A-Z][a-z]+ .*\.$/);
});

test.each([
  [':::note\n- Here\n- There\n:::\n\n> [!TIP]\n> Words.\n\n> [!NOTE]\n> Words.', []],
  ['Words.\n- Here\n- There', ['markdownlint/blanks-around-lists']],
  ['> Words.\n\n> Words.', ['markdownlint/no-blanks-blockquote']],
])('%j: the edge of a box needs no empty line', async (body, rules) => {
  const {document} = readDocument('docs/a.md', `---\ntitle: A\n---\n\n${body}\n`);
  expect((await lintStructure(document)).map(({ruleId}) => ruleId)).toEqual(rules);
});
