import {type Document, isMap, isNode, isPair, type Node, type Pair} from 'yaml';
import type {Place} from '../../content/problem.ts';
import type {KeyPath} from '../../content/source-document.ts';

/** Follows a path into a YAML document as far as it exists; a missing key is placed at its parent. */
export function offsetOf({contents}: Document.Parsed, keyPath: KeyPath, what: 'key' | 'value'): number | undefined {
  let node: unknown = contents;
  let offset: number | undefined = contents?.range?.[0];
  for (const [index, key] of keyPath.entries()) {
    const next = childOf(node, key);
    if (next === undefined) break;
    node = isPair(next) ? next.value : next;
    const isLast = index === keyPath.length - 1;
    const place = isPair(next) && (isLast ? what === 'key' : true) ? next.key : node;
    offset = (isNode(place) ? place.range?.[0] : undefined) ?? keyOffset(next) ?? offset;
  }
  return offset;
}

function childOf(node: unknown, key: string | number): Pair | Node | undefined {
  if (isMap(node)) return node.items.find((pair) => isNode(pair.key) && String(pair.key) === String(key));
  const items = (node as {items?: unknown[]} | null | undefined)?.items;
  return typeof key === 'number' ? (items?.[key] as Node | undefined) : undefined;
}

function keyOffset(child: Pair | Node): number | undefined {
  return isPair(child) && isNode(child.key) ? child.key.range?.[0] : undefined;
}

interface KeyPlace {
  key: Place;
  value: Place;
}

/**
 * A key and its plain or quoted value before a line that starts another key, so that it can be read in one way only.
 */
const PLAIN_LINE_RE = /([a-z_]+):( +)(?:[a-z\d][^\n]*|"(?:[^"\\\n]|\\.)*" *\r?|'[^'\n]*' *\r?)\n(?=[a-z_]+:)/iy;

/**
 * The places of the first keys of valid front matter, as long as each is on a separate line. Every page needs them, and
 * this takes a fiftieth of the time of parsing YAML.
 */
export function plainKeyPlaces(text: string): ReadonlyMap<unknown, KeyPlace> {
  const places = new Map<unknown, KeyPlace>();
  PLAIN_LINE_RE.lastIndex = text.indexOf('\n') + 1;
  for (let match = PLAIN_LINE_RE.exec(text); match; match = PLAIN_LINE_RE.exec(text)) {
    const [, key = '', space = ''] = match;
    const line = places.size + 2;
    places.set(key, {key: {line, column: 1}, value: {line, column: key.length + 1 + space.length + 1}});
  }
  return places;
}
