import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {expect, test} from 'vitest';
import {
  FOOTNOTE_MESSAGE,
  FOUND_ELSEWHERE,
  lintMarkdown,
  MARKDOWN_MESSAGES,
} from '../../../../src/app/check/lint-markdown.ts';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';

const pageOf = (body: string) =>
  parsePage('page', readDocument('docs/a.md', `---\ntitle: A\n---\n\n${body}\n`).document);

const RULE_NAMES = (remarkPresetLintRecommended.plugins ?? [])
  .map((plugin) => (Array.isArray(plugin) ? plugin[0] : plugin) as {name: string})
  .map(({name}) => name.replace('remark-lint:', ''))
  .filter((name) => !FOUND_ELSEWHERE.includes(name));

test('the preset holds just the rules that a page is looked through for', () => {
  expect(RULE_NAMES).toEqual([
    'remarkLint',
    'no-blockquote-without-marker',
    'no-shortcut-reference-image',
    'no-shortcut-reference-link',
    'no-undefined-references',
  ]);
});

const BODIES: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['Words, [a link](b.md), ![a picture](c.png), `[code]` and \\*.', []],
  ['> Words\nthat go on.', ['no-blockquote-without-marker']],
  ['Words   \nthat go on.', []],
  [
    'See [this] and ![that].\n\n[this]: a.md\n[that]: b.png',
    ['no-shortcut-reference-link', 'no-shortcut-reference-image'],
  ],
  ['See [this](a b), [that] (https://a.example) and [^1].', Array(3).fill('no-undefined-references')],
  ['<!-- lint disable -->\n\nSee [this](a b).', []],
];

test.each([
  'The minutes say that “it [the parish] meet [sic] on [day not known]”.',
  'The [old] barn [see above] (in the lane) had [1] door.',
  'Of _[this][that]_ and [that][] another linter tells.',
])('brackets in words are no links: %s', async (body) => {
  expect(await lintMarkdown(pageOf(body))).toEqual([]);
});

test('every rule has words of its own', async () => {
  expect(Object.keys(MARKDOWN_MESSAGES).sort()).toEqual(RULE_NAMES.filter((name) => name !== 'remarkLint').sort());
  const problems = await lintMarkdown(pageOf('Words [^1], [a](b c).'));
  expect(problems.map(({problem}) => problem)).toEqual([
    FOOTNOTE_MESSAGE.problem,
    MARKDOWN_MESSAGES['no-undefined-references']?.problem,
  ]);
});

test.each(BODIES)('a page is told of what the whole preset finds: %j', async (body, found) => {
  const page = pageOf(body);
  const problems = await lintMarkdown(page);
  expect(problems.map(({ruleId}) => ruleId.replace('remark-lint/', '')).sort()).toEqual([...found].sort());
  const file = new VFile(page.document.text);
  await unified().use(remarkLint).use(remarkPresetLintRecommended).run(page.tree, file);
  const all = file.messages.filter(({ruleId}) => !FOUND_ELSEWHERE.includes(ruleId ?? ''));
  expect(problems.map(({place}) => place?.line)).toEqual(all.map(({line}) => line));
});
