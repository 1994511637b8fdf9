import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {expect, test} from 'vitest';
import {FOUND_ELSEWHERE, lintMarkdown} from '../../scripts/check/lint-markdown.ts';
import {parsePage} from '../../src/content/parsed-page.ts';
import {readDocument} from '../../src/store/document.ts';

const pageOf = (body: string) =>
  parsePage('page', readDocument('docs/a.md', `---\ntitle: A\n---\n\n${body}\n`).document);

test('the preset holds just the rules that a page is looked through for', () => {
  const names = (remarkPresetLintRecommended.plugins ?? [])
    .map((plugin) => (Array.isArray(plugin) ? plugin[0] : plugin) as {name: string})
    .map(({name}) => name.replace('remark-lint:', ''));
  expect(names.filter((name) => !FOUND_ELSEWHERE.includes(name))).toEqual([
    'remarkLint',
    'no-blockquote-without-marker',
    'hard-break-spaces',
    'no-shortcut-reference-image',
    'no-shortcut-reference-link',
    'no-undefined-references',
  ]);
});

const BODIES: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['Words, [a link](b.md), ![a picture](c.png), `[code]` and \\*.', []],
  ['> Words\nthat go on.', ['no-blockquote-without-marker']],
  ['Words   \nthat go on.', ['hard-break-spaces']],
  [
    'See [this] and ![that].\n\n[this]: a.md\n[that]: b.png',
    ['no-shortcut-reference-link', 'no-shortcut-reference-image'],
  ],
  ['See [this].', ['no-undefined-references']],
  ['See _[this][that]_ and [^1].', ['no-undefined-references', 'no-undefined-references']],
  ['<!-- lint disable -->\n\nSee [this].', []],
];

test.each(BODIES)('a page is told of what the whole preset finds: %j', async (body, found) => {
  const page = pageOf(body);
  const problems = await lintMarkdown(page);
  expect(problems.map(({ruleId}) => ruleId.replace('remark-lint/', '')).sort()).toEqual([...found].sort());
  const file = new VFile(page.document.text);
  await unified().use(remarkLint).use(remarkPresetLintRecommended).run(page.tree, file);
  const all = file.messages.filter(({ruleId}) => !FOUND_ELSEWHERE.includes(ruleId ?? ''));
  expect(problems.map(({place}) => place?.line)).toEqual(all.map(({line}) => line));
});
