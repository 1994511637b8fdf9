import {expect, test} from 'vitest';
import {parsePage} from '../../../../src/content/markdown/parsed-page.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';
import {pageSentences} from '../../../../src/rules/text/page-sentences.ts';

const TEXT = `---
title: "A map"
description: Where the
  river goes.
outcomes:
  - what: fewer floods
cost: "A map"
---

Wardens \\*meet\\* &amp; walk
  the *bank* at caf&eacute; doors,
  and [write](https://flood.example/walk) it down.

- It's one item
  over lines.
`;

/** Words in the order of the page, each with the letters that stand at its place in the file. */
function wordsOf(text: string) {
  const lines = text.split('\n');
  const {document} = readDocument('docs/a.md', text);
  return pageSentences(parsePage('page', document))
    .flat()
    .map((word) => [word.text, lines[(word.place?.line ?? 0) - 1]?.slice((word.place?.column ?? 0) - 1)] as const);
}

test('every word has the right place, also after escapes, entities and indented lines', () => {
  const plain = wordsOf(TEXT).filter(([word]) => !['Where', 'the', 'river', 'goes', 'café'].includes(word));
  expect(plain.map(([word]) => word).join(' ')).toBe(
    "A map fewer floods A map Wardens meet walk bank at doors and write it down It's one item over lines",
  );
  for (const [word, rest] of plain) expect(rest?.startsWith(word), `${word} at ${rest}`).toBe(true);
});

test('words of a folded value have the place where it begins', () => {
  const folded = wordsOf(TEXT).filter(([word]) => word === 'river' || word === 'goes');
  expect(folded.map(([, rest]) => rest)).toEqual(['Where the', 'Where the']);
});
