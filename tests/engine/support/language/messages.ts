import type {Messages} from '../../../../src/language/en.ts';

type Leaf = string | readonly string[] | ((...values: never[]) => string);

/**
 * Every message of a catalogue by its key, `home.news`. Functions are called with the numbers 7001, 7002 and so on; lists
 * and forms for plural categories are joined.
 */
export function messagesOf(catalogue: Messages): ReadonlyMap<string, string> {
  return new Map(Object.entries(catalogue).flatMap(([key, group]) => entriesOf(group, [key])));
}

function entriesOf(value: Leaf | object, path: readonly string[]): [string, string][] {
  const key = path.join('.');
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') {
    const numbers = Array.from({length: value.length}, (_, index) => 7001 + index);
    return [[key, (value as (...values: number[]) => string)(...numbers)]];
  }
  if (Array.isArray(value)) return [[key, value.join(' | ')]];
  if ('other' in value) return [[key, Object.values(value).join(' | ')]];
  return Object.entries(value).flatMap(([name, inner]) => entriesOf(inner as Leaf | object, [...path, name]));
}
