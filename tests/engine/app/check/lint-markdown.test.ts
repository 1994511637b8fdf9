import {expect, test} from 'vitest';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {lintMarkdown} from '../../../../src/rules/linters/lint-markdown.ts';

const pageOf = (body: string) =>
  parsePage('page', readDocument('docs/a.md', `---\ntitle: A\n---\n\n${body}\n`).document);

test.each([
  ['Words, [a link](b.md), ![a picture](c.png), `[code]` and \\*.', []],
  ['> Words\nthat go on.', ['no-blockquote-without-marker']],
  [
    'See [this] and ![that].\n\n[this]: a.md\n[that]: b.png',
    ['no-shortcut-reference-link', 'no-shortcut-reference-image'],
  ],
  ['See [this](a b), [that] (https://a.example) and [^1].', Array(3).fill('no-undefined-references')],
  ['<!-- lint disable -->\n\nSee [this](a b).', []],
  // Brackets in a text are not links.
  ['The minutes say that “it [the parish] meet [sic] on [day not known]”.', []],
  ['The [old] barn [see above] (in the lane) had [1] door.', []],
  ['Of _[this][that]_ and [that][] another linter tells.', []],
])('a page is told of what the preset finds, in plain words: %j', async (body, found) => {
  const problems = await lintMarkdown(pageOf(body));
  expect(problems.map(({ruleId}) => ruleId.replace('remark-lint/', '')).sort()).toEqual([...found].sort());
  for (const {problem} of problems) expect(problem).toContain(', expected ');
});
