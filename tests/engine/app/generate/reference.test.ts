import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ruleReference} from '../../../../src/app/generate/reference/rule-reference.ts';
import {vocabularyReference} from '../../../../src/app/generate/reference/vocabulary-reference.ts';
import {EXTERNAL_RULES} from '../../../../src/rules/external-rules.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../../src/rules/rule-set.ts';
import {STRUCTURE_RULES} from '../../../../src/rules/structure-rules.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {config, vocabulariesWith} from '../../support/toolkits/sound-toolkit.ts';

const headingsOf = (text: string) => [...text.matchAll(/^### `([\w/.-]+)`$/gm)].map(([, id = '']) => id);

test('every rule stands on the rules page once, under a heading that is its id', () => {
  const text = ruleReference();
  const ids = [...[...TOOLKIT_RULES, ...PAGE_RULES].map(([{id}]) => id), ...EXTERNAL_RULES.map(({id}) => id)];
  const headings = headingsOf(text);
  expect(headings.toSorted()).toEqual([...ids, 'markdownlint/...', 'remark-lint/...'].toSorted());
  // Examples show unseen characters as escapes, and mask addresses.
  for (const shown of [' [at] ', '\\u0430']) expect(text).toContain(shown);
  for (const [rule] of [...TOOLKIT_RULES, ...PAGE_RULES]) {
    expect(text).toContain(rule.summary);
    expect(text).toContain(rule.why);
  }
  for (const {summary, why, fix} of EXTERNAL_RULES) {
    for (const words of [summary, why, fix]) expect(text).toContain(words);
  }
});

test('the page of values lists own rules, and those that a toolkit changed', () => {
  const own_rules = [{id: 'name-the-river', description: 'Every page names the river.', severity: 'error' as const}];
  const rules = {'no-long-sentence': 'off', 'no-vague-link': 'warning'} as const;
  const text = vocabularyReference({...config, own_rules, rules});
  expect(text).toContain('| `own/name-the-river` | Every page names the river. | Must be fixed |');
  expect(text).toMatch(/\| `no-long-sentence` \| .+ \| Switched off \|/);
  expect(text).toMatch(/\| `no-vague-link` \| .+ \| Please check \|/);
});

/** Names of the same form that are no ids of ours: rules of linters, and a policy for browsers. */
const FOREIGN = [
  ...Object.values(STRUCTURE_RULES).map(({name}) => name),
  'no-duplicate-definitions',
  'no-heading-content-indent',
  'no-literal-urls',
  'no-undefined-references',
  'no-unused-definitions',
  'no-referrer',
  'no-claims',
  'no-plugin',
  'no-case-studies',
  'no-cache',
  'no-store',
  'no-translations',
  'no-open',
  'no-install',
];

test('every id that the code can put into a report stands on the rules page, and each that stands there is in the code', () => {
  const code = ['src', 'scripts']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), {recursive: true, encoding: 'utf8'}).map((file) =>
        path.join(ROOT, folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  const named = code.flatMap((text) =>
    [...text.matchAll(/['"`]((?:no|require)(?:-[a-z]+)+)['"`]/g)].map(([, id = '']) => id),
  );
  const prefixes = code.flatMap((text) =>
    [...text.matchAll(/ruleId: `([\w-]+\/)\$\{/g)].map(([, linter]) => `${linter}...`),
  );
  const ids = new Set([...named.filter((id) => !FOREIGN.includes(id)), ...prefixes]);
  expect([...ids].toSorted()).toEqual(headingsOf(ruleReference()).toSorted());
});

test('the words of another toolkit stand on its own page', () => {
  const homes = {id: 'homes', label: 'Homes', page: 'priorities/homes'};
  const text = vocabularyReference({...config, vocabularies: vocabulariesWith({priorities: [homes]})});
  expect(text).toContain('| `homes` | [Homes](/toolkit/priorities/homes/) |');
  expect(text).toContain('| `wardens` | Wardens |');
  expect(text).toContain(`| \`editor\` | Editor | None yet: write to ${config.email} |`);
  const owners = config.owners.map((owner) => ({...owner, team: '@river/editors'}));
  expect(vocabularyReference({...config, owners})).toContain('| `editor` | Editor | `@river/editors` |');
  expect(text).toContain('| `beta` | It is being tested. |');
});
