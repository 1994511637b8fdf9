import {expect, test} from 'vitest';
import {headingsOf} from '../../../../../src/content/markdown/headings/headings.ts';

const anchors = (text: string) => headingsOf(text).map(({anchor}) => anchor);

test('anchors are those that Docusaurus makes: https://github.com/Flet/github-slugger/tree/v1.5.0', () => {
  expect(anchors('## First steps\n\n## First steps\n\n## First steps 1\n')).toEqual([
    'first-steps',
    'first-steps-1',
    'first-steps-1-1',
  ]);
  expect(anchors('# What *it* `costs` & [why](a.md)?\n')).toEqual(['what-it-costs--why']);
  expect(anchors('Caf\u00E9 \u2013 50%\n---\n\n> ### In a quotation\n')).toEqual(['caf\u00E9--50', 'in-a-quotation']);
});

test('a heading may name its own anchor, which is no part of its words', () => {
  expect(headingsOf('## **What** it costs {#costs}\n')).toMatchObject([
    {anchor: 'costs', text: 'What it costs', start: 3, end: 20},
  ]);
});

test('words in code are no headings', () => {
  expect(anchors('---\ntitle: a\n---\n\n```\n## No\n```\n\n    ## No\n')).toEqual([]);
});
