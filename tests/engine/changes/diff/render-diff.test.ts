import {HtmlValidate} from 'html-validate';
import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import type {PageDiff} from '../../../../src/changes/diff/edit.ts';
import {renderDiffHtml} from '../../../../src/changes/diff/render/render-diff-html.ts';
import {diffList} from '../../../../src/changes/diff/render/render-diff-markdown.ts';
import {stringify} from '../../../../src/format/markdown-nodes.ts';
import {pageText, readDifferences} from '../../support/diff/differences.ts';

const pairs = readDifferences();

const validator = new HtmlValidate({root: true, extends: ['html-validate:standard']});

const renderDiffMarkdown = (diff: PageDiff) => `${stringify([diffList(diff)])}\n`;

function diffOf(before: string | undefined, after: string | undefined) {
  return diffPages(
    before === undefined ? undefined : pageText(before),
    after === undefined ? undefined : pageText(after),
  );
}

const BEFORE = `---
title: Ready
cost: About £5 million.
---
Staff must tell [the clerk](clerk.md) of 10 boats.

## What it cost

| Who | Paid |
| --- | --- |
| Clerk | £3 |
| Owner | £4 |

## Why

The river rose.

## Who

Wardens and others.

- red
- blue
`;
const AFTER = BEFORE.replace('must tell', 'must not tell')
  .replace('clerk.md', 'owner.md')
  .replace('£4 |', '£5 |\n| <b>Dog</b> | \\*nothing\\* |')
  .replace('About £5', 'About £6')
  .replace('## Why\n\nThe river rose.\n\n', '')
  .concat('\n## Why\n\nThe river rose.\n\n## Next\n\nMore *boats* <script>alert(1)</script>.\n');

test('each change stands under a heading that says what and where, with words for what came and went', () => {
  expect(renderDiffHtml(diffOf(BEFORE, AFTER))).toMatchSnapshot();
});

test('a change reads well as Markdown', () => {
  expect(renderDiffMarkdown(diffOf(BEFORE, AFTER))).toMatchSnapshot();
});

test('an added or removed page is shown in full', () => {
  const {kind, edits} = diffOf(undefined, BEFORE);
  expect(kind).toBe('added');
  expect(edits.map(({part}) => part)).toEqual(['fact', 'paragraph', 'section', 'section', 'section', 'fact']);
  expect(diffOf(BEFORE, undefined).kind).toBe('removed');
});

test.each(pairs)('$what in $where is valid HTML that runs nothing', async ({before, after}) => {
  const fragment = renderDiffHtml(diffOf(before, after));
  const html = `<!doctype html><html lang="en"><head><title>A</title></head><body><h1>A</h1><h2>B</h2>${fragment}</body></html>`;
  const {results} = await validator.validateString(html);
  expect(results.flatMap(({messages}) => messages.map(({ruleId, message}) => `${ruleId}: ${message}`))).toEqual([]);
});

test('nothing from a page becomes markup', () => {
  const nasty = (word: string) =>
    `## <i>${word}</i>\n\n\`<script>${word}</script>\` "${word}" &lt;img src=x&gt; ${word}`;
  const fragment = renderDiffHtml(diffOf(nasty('one'), nasty('two')));
  expect(fragment).not.toMatch(/<(script|img|i)\b/);
  const markdown = renderDiffMarkdown(diffOf(nasty('one @all #1'), nasty('two @all #1')));
  expect(markdown).not.toMatch(/(?<!`[^`\n]*)(?:<(script|img|i)\b|@all|#1)/);
});
