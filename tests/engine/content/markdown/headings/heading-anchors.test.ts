import {expect, test} from 'vitest';
import {headingAnchors, plainlyHasOnly} from '../../../../../src/content/markdown/headings/heading-anchors.ts';

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
  expect(headingAnchors(text)).toEqual(anchors);
  // What is plain to see must be so: only where every anchor is known.
  const known = new Set(anchors);
  expect(plainlyHasOnly(text, known) && anchors.some((anchor) => !known.has(anchor))).toBe(false);
  for (const anchor of anchors) {
    const without = new Set(anchors.filter((other) => other !== anchor));
    expect(plainlyHasOnly(text, without), `without ${anchor}`).toBe(false);
  }
});

test('plain headings need no parser', () => {
  expect(
    plainlyHasOnly('---\ntitle: A\n---\n\n## Why\n\n## What it cost\n', new Set(['why', 'what-it-cost', 'more'])),
  ).toBe(true);
});
