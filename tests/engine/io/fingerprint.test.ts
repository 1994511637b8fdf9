import {expect, test} from 'vitest';
import {fingerprintOf} from '../../../src/io/fingerprint.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';

const TEXT = `---
title: Homes
owner: editor
sources:
  - {title: Minutes, publisher: A, url: https://a.example}
---

Some *words* and a [link](https://a.example/b).

| Figure | What |
| --- | --- |
| 12 | homes |
`;

const printOf = (text: string) => fingerprintOf(readDocument('docs/a.md', text).document);

test.each([
  ['a line wrapped', TEXT.replace('words* and', 'words*\nand')],
  ['an exception from a rule', TEXT.replace('Some *', '<!-- check-ignore no-x: a reason -->\n\nSome *')],
  ['another owner', TEXT.replace('editor', 'publisher')],
  ['the cells of a table lined up', TEXT.replace('| 12 | homes |', '| 12     | homes |')],
  ['front matter in another order', TEXT.replace('title: Homes\nowner: editor', 'owner: editor\ntitle: Homes')],
])('%s is no change of words', (_name, text) => {
  expect(text).not.toBe(TEXT);
  expect(printOf(text)).toBe(printOf(TEXT));
});

test.each([
  ['a word', TEXT.replace('words', 'wards')],
  ['a figure', TEXT.replace('| 12 |', '| 13 |')],
  ['the target of a link', TEXT.replace('example/b', 'example/c')],
  ['the title', TEXT.replace('title: Homes', 'title: Home')],
  ['a source', TEXT.replace('publisher: A', 'publisher: B')],
])('%s changed changes the fingerprint', (_name, text) => {
  expect(printOf(text)).not.toBe(printOf(TEXT));
});
