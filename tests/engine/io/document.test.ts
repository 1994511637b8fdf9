import {expect, test} from 'vitest';
import {readDocument} from '../../../src/io/yaml/document.ts';

const TEXT = `---
title: Homes
sources:
  - title: Minutes
    url: https://a.example
---

First words.
`;

test('front matter and body are told apart', () => {
  const {document, broken} = readDocument('docs/a.md', TEXT);
  expect(broken).toEqual([]);
  expect(document.frontMatter).toEqual({title: 'Homes', sources: [{title: 'Minutes', url: 'https://a.example'}]});
  expect(document.body).toBe('\nFirst words.\n');
  expect(document.bodyOffset).toBe(6);
});

test.each([
  {path: ['title'], what: 'value', place: {line: 2, column: 8}},
  {path: ['title'], what: 'key', place: {line: 2, column: 1}},
  {path: ['sources', 0, 'url'], what: 'value', place: {line: 5, column: 10}},
  {path: ['sources', 0, 'url'], what: 'key', place: {line: 5, column: 5}},
  {path: ['sources', 0, 'publisher'], what: 'value', place: {line: 4, column: 5}},
  {path: ['owner'], what: 'value', place: {line: 2, column: 1}},
] as const)('$what of $path stands at line $place.line, column $place.column', ({path, what, place}) => {
  expect(readDocument('docs/a.md', TEXT).document.placeOf(path, what)).toEqual(place);
});

test('dates stay the text that the author wrote', () => {
  const {document} = readDocument('docs/a.md', '---\non: 2026-01-31\n---\n');
  expect(document.frontMatter).toEqual({on: '2026-01-31'});
});

test.each([
  {name: 'empty front matter', text: '---\n---\nWords.\n'},
  {name: 'a list', text: '---\n- a\n---\nWords.\n'},
  {name: 'text alone', text: '---\nwords\n---\nWords.\n'},
  {name: 'no closing fence', text: '---\ntitle: A\n\nWords.\n'},
])('$name is reported as broken', ({text}) => {
  const {document, broken} = readDocument('docs/a.md', text);
  expect(document.frontMatter).toBeUndefined();
  expect(broken).toHaveLength(1);
});
