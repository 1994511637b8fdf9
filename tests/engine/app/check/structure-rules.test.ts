import {expect, test} from 'vitest';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {lintStructure} from '../../../../src/rules/linters/lint-structure.ts';

test.each([
  [':::note\n- Here\n- There\n:::\n\n> [!TIP]\n> Words.\n\n> [!NOTE]\n> Words.', []],
  ['Words.\n- Here\n- There', ['markdownlint/blanks-around-lists']],
  ['> Words.\n\n> Words.', ['markdownlint/no-blanks-blockquote']],
])('%j: the edge of a box needs no empty line', async (body, rules) => {
  const {document} = readDocument('docs/a.md', `---\ntitle: A\n---\n\n${body}\n`);
  expect((await lintStructure(document)).map(({ruleId}) => ruleId)).toEqual(rules);
});
