import {globSync} from 'node:fs';
import {expect, test} from 'vitest';
import {LineCounter, parseDocument} from 'yaml';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {offsetOf, plainKeyPlaces} from '../../../src/io/yaml/key-places.ts';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const PAGES = globSync('{tests/engine/fixtures,examples}/**/*.md', {cwd: ROOT});

/** What YAML itself says of the keys that are found without it. */
function placesByYaml(text: string, keys: Iterable<unknown>) {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const lines = new LineCounter();
  const yaml = parseDocument(front, {lineCounter: lines});
  const placeOf = (key: unknown, what: 'key' | 'value') => {
    const {line, col} = lines.linePos(offsetOf(yaml, [String(key)], what) ?? Number.NaN);
    return {line: line + 1, column: col};
  };
  return new Map([...keys].map((key) => [key, {key: placeOf(key, 'key'), value: placeOf(key, 'value')}]));
}

test.each(PAGES)('the places of plain keys are those that YAML gives: %s', (file) => {
  const text = textIn(ROOT, file);
  if (!readDocument(file, text).document.frontMatter) return;
  const places = plainKeyPlaces(text);
  expect(places).toEqual(placesByYaml(text, places.keys()));
});

const TRICKY: Readonly<Record<string, [front: string, found: string[]]>> = {
  'plain and quoted values': ['a: b\nc:   "d \\" e"\nf: \'g\'\nh: 1', ['a', 'c', 'f']],
  'a comment after a value': ['a: b # c: d\ne: f\ng: h', ['a', 'e']],
  'a value that goes on below': ['a: b\n  c\nd: e\nf: g', []],
  'a block of text that looks like keys': ['a: b\nc: |\n  d: e\nf: g\nh: i', ['a']],
  'a list in brackets with a key in it': ['a: b\nc: [\n  d: e,\n  f: g]\nh: i', ['a']],
  'quotes that go on below': ['a: b\nc: "d\n  e: f"\ng: h', ['a']],
  'an anchor and a tag': ['a: b\nc: &d e\nf: !!str g\nh: i', ['a']],
};

test.each(Object.entries(TRICKY))('front matter with %s', (_, [front, found]) => {
  for (const mark of ['', '\uFEFF']) {
    const text = `${mark}---\n${front}\n---\nWords.\n`;
    expect(readDocument('docs/a.md', text).broken).toEqual([]);
    const places = plainKeyPlaces(text);
    expect([...places.keys()]).toEqual(found);
    expect(places).toEqual(placesByYaml(text, found));
  }
});
