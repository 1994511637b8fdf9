import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';
import {isCode} from '../../../../src/content/files/loaded-files.ts';
import {parseMarkdown} from '../../../../src/content/markdown/parse-markdown.ts';
import {COMMENT_MARKER, type CommentContext, renderComment} from '../../../../src/rules/report/render-comment.ts';
import {type Report, type ReportedProblem, reportSchema} from '../../../../src/rules/report/report-schema.ts';

const CONTEXT: CommentContext = {
  headUrl: 'https://github.com/a-librarian/flood-toolkit',
  branch: 'new/boats & pumps',
  removed: new Set(['docs/gone.md']),
  hasFailed: true,
  code: [],
  runUrl: 'https://github.com/example-org/flood-toolkit/actions/runs/5',
};

/** How a comment with errors ends. */
const NEXT = 'Next: fix the problems under "Must be fixed". The checks run again after each change.';

const PROBLEM: ReportedProblem = {
  path: 'docs/index.md',
  line: 4,
  severity: 'error',
  rule: 'no-long-sentence',
  problem: 'sentence has 41 words, expected at most 30',
  fix: 'Split it.',
};

function report(...problems: ReportedProblem[]): Report {
  return {schema: 1, checked: 12, problems};
}

function parse(comment: string): Root {
  return parseMarkdown(comment);
}

function nodesOf<Type extends Nodes['type']>(comment: string, type: Type): Extract<Nodes, {type: Type}>[] {
  const found: Nodes[] = [];
  visit(parse(comment), type, (node) => void found.push(node as Nodes));
  return found as Extract<Nodes, {type: Type}>[];
}

test('a comment groups problems by what to do, worst first', () => {
  const comment = renderComment(
    report(
      {...PROBLEM, severity: 'note', path: 'docs/c.md'},
      {...PROBLEM, severity: 'warning', path: 'docs/b.md', related: {path: 'docs/gone.md', line: 2}},
      {...PROBLEM, path: 'docs/a.md', line: 12, endLine: 14, before: 'old words', after: 'new words'},
      {...PROBLEM, path: 'docs/a.md', line: 3, before: 'A word', after: ''},
    ),
    CONTEXT,
  );
  const at = 'https://github.com/a-librarian/flood-toolkit/edit/new/boats%20%26%20pumps/docs';
  expect(comment).toBe(`${COMMENT_MARKER}

Thank you for your change. The checks found the following. Each link opens the line in GitHub, where you can edit it.

### Must be fixed (2)

- [\`docs/a.md\`, line 3](${at}/a.md#L3): sentence has 41 words, expected at most 30

  Split it. (\`no-long-sentence\`)

  Before:

  \`\`\`text
  A word
  \`\`\`

  After: nothing.

- [\`docs/a.md\`, line 12](${at}/a.md#L12): sentence has 41 words, expected at most 30

  Split it. (\`no-long-sentence\`)

  Before:

  \`\`\`text
  old words
  \`\`\`

  After:

  \`\`\`text
  new words
  \`\`\`

### Please check (1)

- [\`docs/b.md\`, line 4](${at}/b.md#L4): sentence has 41 words, expected at most 30

  Split it. (\`no-long-sentence\`) See also \`docs/gone.md\`, line 2.

### For information (1)

- [\`docs/c.md\`, line 4](${at}/c.md#L4): sentence has 41 words, expected at most 30

  Split it. (\`no-long-sentence\`)

${NEXT}

An editor reads it next.
`);
});

/** Texts that try to be more than words; each stands in every place that takes words. */
const HOSTILE = [
  '@octocat and @example-org/editors, look',
  'see https://evil.example, www.evil.example or mailto:a@evil.example',
  '[here](https://evil.example) ![pixel](https://evil.example/p.png) <https://evil.example>',
  '<img src=x onerror=alert(1)> <script>x</script> </details> <!-- open',
  '``` ~~~ ```suggestion',
  '`a``b` `@octocat` ` @octocat `` #1',
  '$`\\href{x}{y}`$ and $$x$$ and $x$',
  '---',
  '| a | b |',
  '[ref]: https://evil.example',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  'back\\slash \\@octocat \\`x\\`',
  'commit 6dcb09b5b57875f334f61aebed695e2e4193db5e or 6dcb09b',
  '\\',
  '**`',
];

test.each(HOSTILE)('%s stays words', (words) => {
  const changed = (text: string) => ({changes: [{path: 'docs/a.md', title: text, notes: [text], edits: [text]}]});
  const plain = renderComment({...report({...PROBLEM, before: 'x', after: 'x'}), ...changed('x')}, CONTEXT);
  const hostile: ReportedProblem = {...PROBLEM, problem: words, fix: words, before: words, after: `${words}\n${words}`};
  const given = {...report(hostile), ...changed(words)};
  expect(reportSchema.safeParse(given).error).toBeUndefined();
  const comment = renderComment(given, CONTEXT);

  expect(nodesOf(comment, 'html').map(({value}) => value)).toEqual([COMMENT_MARKER]);
  expect(nodesOf(comment, 'image')).toEqual([]);
  for (const {url} of nodesOf(comment, 'link')) expect(url).toMatch(/^https:\/\/github\.com\/a-librarian\//);
  expect(nodesOf(comment, 'code').map(({lang, value}) => [lang, value])).toEqual([
    ['text', words],
    ['text', `${words}\n${words}`],
  ]);
  // What GitHub makes links, formulas and pictures of, it looks for outside code only.
  const outside = nodesOf(comment, 'text')
    .map(({value}) => value)
    .join(' ');
  expect(outside).not.toMatch(/[@#$<>&`\\[\]*_~|]|:\S|www\.|GH-\d|\b[0-9a-f]{7,40}\b/i);

  const types = (root: Root) => root.children.map(({type}) => type);
  expect(types(parse(comment))).toEqual(types(parse(plain)));
});

test('no word of a message is lost or added', () => {
  for (const words of HOSTILE) {
    const comment = renderComment(report({...PROBLEM, problem: words}), CONTEXT);
    const [list] = nodesOf(comment, 'list');
    const [paragraph] = list?.children[0]?.children ?? [];
    const said: string[] = [];
    if (paragraph) visit(paragraph, (node) => void ('value' in node && said.push(node.value)));
    const squeeze = (text: string) => text.replace(/[`\s]/g, '');
    expect(squeeze(said.join(''))).toBe(squeeze(`docs/index.md, line 4: ${words}`));
  }
});

test('a path with marks of Markdown leads where it says', () => {
  const path = "docs/a) [b](c) 'd' *e*#f?g%h `i`/ü.md";
  const comment = renderComment(report({...PROBLEM, path}), CONTEXT);
  const [link] = nodesOf(comment, 'link');
  const {pathname, hash} = new URL(link?.url ?? '');
  expect(decodeURIComponent(pathname)).toBe(`/a-librarian/flood-toolkit/edit/${CONTEXT.branch}/${path}`);
  expect(hash).toBe('#L4');
  expect(link?.children[0]).toMatchObject({type: 'inlineCode', value: path});
});

test('5,000 long problems are cut to what GitHub takes, the worst first, with how many more', () => {
  const problems = Array.from(
    {length: 5000},
    (_, n): ReportedProblem => ({
      ...PROBLEM,
      line: n + 1,
      severity: n % 2 ? 'error' : 'note',
      before: 'x'.repeat(500),
    }),
  );
  const comment = renderComment({...report(...problems), leftOut: 10}, CONTEXT);
  expect(comment.length).toBeLessThanOrEqual(65_536);
  expect(comment.length).toBeGreaterThan(60_000);
  const shown = nodesOf(comment, 'listItem').length;
  expect(comment).not.toContain('For information');
  expect(comment).toContain('### Must be fixed (2500)');
  expect(comment.trimEnd().split('\n').at(-5)).toBe(
    `${5010 - shown} more are not shown here: see [the summary and the log of the run](${CONTEXT.runUrl}), or run \`npm run check\`.`,
  );
});

test('changed files that are code are named, whatever the report says, and never as markup', () => {
  const paths = [
    'docs/a.md',
    'blog/_pending/a.md',
    'navigation.json',
    'README.md',
    'AGENTS.md',
    'i18n/a.md',
    '.github/workflows/a.yml',
  ];
  const odd = 'src/theme/`x` @everyone [a](b)/index.js';
  const code = [...paths, odd, 'package.json', 'toolkit.config.ts'].filter(isCode);
  const comment = renderComment(report(), {...CONTEXT, code});
  expect(comment).toContain('This change includes code that needs a maintainer.');
  expect(nodesOf(comment, 'inlineCode').map(({value}) => value)).toEqual([
    'AGENTS.md',
    'i18n/a.md',
    '.github/workflows/a.yml',
    odd,
    'package.json',
    'toolkit.config.ts',
  ]);
  const many = Array.from({length: 25}, (_, n) => `src/${n}.ts`);
  expect(renderComment(undefined, {...CONTEXT, code: many})).toContain('`src/19.ts` and 5 more.');
});
