import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {describeRule} from '../../scripts/check/describe-rule.ts';
import {STRUCTURE_MESSAGES} from '../../scripts/check/structure-messages.ts';
import {ROOT} from '../support/copy-toolkit.ts';

const RULES = path.join(ROOT, 'node_modules', 'markdownlint', 'lib');

/** Off in `.markdownlint-cli2.jsonc`, or idle without settings that it has not. */
const IDLE = ['MD013', 'MD026', 'MD033', 'MD034', 'MD043', 'MD044', 'MD045', 'MD059'];

test('every rule of markdownlint that may find something has words of its own, and its name', async () => {
  const files = readdirSync(RULES).filter((file) => /^md\d+(-md\d+)?\.mjs$/.test(file));
  const rules: {names: string[]}[] = (
    await Promise.all(files.map(async (file) => (await import(path.join(RULES, file))).default))
  ).flat();
  const known = Object.fromEntries(rules.map(({names}) => [names[0], names.at(-1)]));
  for (const number of IDLE) delete known[number];
  expect(Object.fromEntries(Object.entries(STRUCTURE_MESSAGES).map(([number, {name}]) => [number, name]))).toEqual(
    known,
  );
});

test.each(Object.entries(STRUCTURE_MESSAGES))(
  '%s says what was found and what to do',
  (number, {name, problem, fix}) => {
    expect(problem).toMatch(/^[a-z].*, expected .*[^.]$/);
    expect(fix).toMatch(/^[A-Z][a-z]+ .*\.$/);
    expect(describeRule(`markdownlint/${name}`, undefined)?.help).toContain(`/${number.toLowerCase()}.md`);
  },
);

test('rules of remark-lint are explained where they are written', () => {
  expect(describeRule('remark-lint/no-undefined-references', undefined)).toEqual({
    summary: expect.stringMatching(/^Link cannot be followed, .*\.$/),
    help: 'https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-no-undefined-references#readme',
  });
});
