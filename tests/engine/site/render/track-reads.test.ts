import {describe, expect, test} from 'vitest';
import {type DataPath, kindAt, trackReads, valueAt} from '../../../../src/site/render/track-reads.ts';

interface Data {
  a?: {b?: {c?: unknown} | null; list?: unknown[]} | string | undefined;
  z?: unknown;
}

/** Data of one shape and of many others, which differ from each other in one place or another. */
const STATES: readonly Data[] = [
  {},
  {a: 'text'},
  {a: {}},
  {a: {b: null}},
  {a: {b: {}}},
  {a: {b: {c: undefined}}},
  {a: {b: {c: 1}}},
  {a: {b: {c: {d: 1}}}},
  {a: {b: {c: {d: 2}}}},
  {a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}},
  {a: {b: {c: {d: {e: {f: {g: {h: 2}}}}}}}},
  {a: {b: {c: 1}, list: []}},
  {a: {b: {c: 1}, list: [1, {x: 1}]}},
  {a: {b: {c: 1}, list: [1, {x: 2}]}},
  {a: {b: {c: 1}}, z: 1},
  {z: 1, a: {b: {c: 1}}},
];

// biome-ignore lint/suspicious/noExplicitAny: what a page reads is looked up whether it is there or not.
type Read = (data: any) => unknown;

/** What a page may do with data; each gives a text. */
const READS: Readonly<Record<string, Read>> = {
  'reads a value': (data) => data.a?.b?.c,
  'asks whether an object is there': (data) => (data.a ? 'there' : 'missing'),
  'asks whether an inner object is there': (data) => (data.a?.b ? 'there' : 'missing'),
  'asks for the type': (data) => typeof data.a,
  'asks with `in`': (data) => 'a' in data,
  'asks with `in` for an inner key': (data) => typeof data.a === 'object' && 'b' in data.a,
  'asks with `hasOwn`': (data) => Object.hasOwn(data, 'z'),
  'lists keys in their order': (data) => Object.keys(data),
  'lists the keys of an inner object': (data) => Object.keys(data.a ?? {}),
  'copies an object': (data) => ({...data.a}),
  'takes entries': (data) => Object.entries(data),
  'takes all but one key': ({z: _, ...rest}) => rest,
  'walks the keys': (data) => {
    const found: string[] = [];
    for (const key in data.a) found.push(key);
    return found;
  },
  'counts a list': (data) => data.a?.list?.length,
  'reads an item of a list': (data) => data.a?.list?.at(-1)?.x,
  'reads deep values': (data) => data.a?.b?.c?.d?.e?.f?.g?.h,
  'turns it into JSON': (data) => JSON.stringify(data.a),
  'reads a descriptor': (data) => Object.getOwnPropertyDescriptor(data, 'a')?.value,
};

/** What a read gives, and what there now is where it read. */
function observe(read: Read, state: Data, at = state): {result: string; seen: string} {
  const values: DataPath[] = [];
  const kinds: DataPath[] = [];
  const result = JSON.stringify(
    read(trackReads(state, {onValue: (path) => values.push(path), onKind: (path) => kinds.push(path)})),
  );
  return {
    result: String(result),
    seen: JSON.stringify([values.map((path) => valueAt(at, path) ?? null), kinds.map((path) => kindAt(at, path))]),
  };
}

describe.each(Object.entries(READS))('a page that %s', (_, read) => {
  test('sees what is in the data', () => {
    for (const state of STATES) expect(observe(read, state).result).toBe(String(JSON.stringify(read(state))));
  });

  test('is known to have read whatever makes a difference to it', () => {
    const missed = STATES.flatMap((before) => {
      const {result, seen} = observe(read, before);
      const different = STATES.filter((after) => String(JSON.stringify(read(after))) !== result);
      return different.filter((after) => observe(read, before, after).seen === seen).map((after) => [before, after]);
    });
    expect(missed).toEqual([]);
  });
});

test('a page does not depend on values next to those that it reads', () => {
  const before = {a: {b: {c: 1}, list: [1]}, z: 1};
  const after = {a: {b: {c: 1}, list: [2]}, z: 2};
  for (const name of ['reads a value', 'asks whether an object is there', 'asks with `in`']) {
    const read = READS[name] as Read;
    expect(observe(read, before, after).seen, name).toBe(observe(read, before).seen);
  }
});
