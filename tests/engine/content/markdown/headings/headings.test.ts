import {expect, test} from 'vitest';
import {headingsOf} from '../../../../../src/content/markdown/headings/headings.ts';

test('a heading may name its own anchor, which is no part of its words', () => {
  expect(headingsOf('## **What** it costs {#costs}\n')).toMatchObject([
    {anchor: 'costs', text: 'What it costs', start: 3, end: 20},
  ]);
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
