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

test.each([
  {what: 'plain words', text: '## What it cost', anchors: ['what-it-cost']},
  {what: 'the same words again', text: '## Why\n\n### Why\n\n## Why', anchors: ['why', 'why-1', 'why-2']},
  {what: 'markup', text: '## *How* to `send` [it](/a/)', anchors: ['how-to-send-it']},
  {what: 'punctuation and other letters', text: "## Who's “in”: Caffè & co.", anchors: ['whos-in-caffè--co']},
  {what: 'an anchor of its own', text: '## What it cost {#costs}', anchors: ['costs']},
  {what: 'a line under it', text: 'What it cost\n------------', anchors: ['what-it-cost']},
  {what: 'no words', text: '## !!\n', anchors: []},
  {what: 'a quotation', text: '> ## Why', anchors: ['why']},
  {what: 'code', text: '```sh\n# no heading\n```\n\n    ## none\n', anchors: []},
  {what: 'front matter', text: '---\ntitle: Words\n# a comment\n---\n\n## Why', anchors: ['why']},
])('a heading with $what', ({text, anchors}) => {
  expect(headingsOf(text).flatMap(({anchor}) => anchor || [])).toEqual(anchors);
});
