import {expect, test} from 'vitest';
import {
  addToList,
  removeFromList,
  replaceValue,
  setKey,
} from '../../../../src/content/markdown/edit/edit-front-matter.ts';

const PAGE = `---
title: "A: b" # said twice
description: >-
  folded
  words
flow: [a, 'b'] # two
block:
  - x

  - "y"
withdrawn: {on: 2026-01-01, why: "it's", replaced_by: 'old'}
---

title: no key.
`;

test('a value is replaced in its own quotes', () => {
  expect(replaceValue(PAGE, ['withdrawn', 'replaced_by'], "n'w")).toBe(PAGE.replace("'old'", "'n''w'"));
  expect(replaceValue(PAGE, ['title'], 'c')).toBe(PAGE.replace('"A: b"', '"c"'));
  expect(replaceValue('{"a": {"b": ["c"]}}\n', ['a', 'b', 0], 'd')).toBe('{"a": {"b": ["d"]}}\n');
  expect(replaceValue(PAGE, ['none'], 'c')).toBe(PAGE);
});

test.each([
  {key: 'flow', entry: '/c/', held: "[a, 'b', /c/] # two\n"},
  {key: 'block', entry: '/z/', held: '  - "y"\n  - /z/\nwithdrawn'},
  {key: 'redirect_from', entry: '/c/', held: "'old'}\nredirect_from: [/c/]\n---\n\ntitle"},
])('an entry of $key comes and goes without a trace', ({key, entry, held}) => {
  const added = addToList(PAGE, key, entry);
  expect(added).toContain(held);
  expect(removeFromList(added, key, entry)).toBe(PAGE);
});

test('of a list the first entry may go, and with the last the key', () => {
  expect(removeFromList(PAGE, 'flow', 'a')).toContain("flow: ['b'] # two\n");
  expect(removeFromList(PAGE, 'block', 'x')).toContain('block:\n\n  - "y"\n');
  expect(removeFromList(removeFromList(PAGE, 'flow', 'a'), 'flow', 'b')).not.toContain('flow');
  expect(removeFromList(PAGE, 'flow', 'c')).toBe(PAGE);
});

test.each(['description', 'block', 'withdrawn', 'title'])(
  'the key %s goes with all of its lines and no other',
  (key) => {
    const without = setKey(PAGE, key, undefined);
    const lines = PAGE.split('\n');
    const from = lines.findIndex((line) => line.startsWith(`${key}:`));
    const to = lines.findIndex((line, index) => index > from && /^\S/.test(line));
    expect(without).toBe([...lines.slice(0, from), ...lines.slice(to)].join('\n'));
  },
);

test('a new key comes last, and an existing key keeps its place and form', () => {
  const value = {on: '2026-11-24', why: 'It closed: "really".'};
  expect(setKey('---\na: 1\n---\n', 'b', value)).toBe(
    '---\na: 1\nb:\n  on: 2026-11-24\n  why: \'It closed: "really".\'\n---\n',
  );
  expect(setKey(PAGE, 'withdrawn', {on: '2026-02-02'})).toBe(PAGE.replace(/\{on.*\}/, '{on: 2026-02-02}'));
});
