import type {Place} from '../problem.ts';

/** The offset at which a place of a text stands; offsets count in UTF-16 units. */
export function offsetAt(text: string, {line, column}: Place): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, {length}) => sum + length + 1, 0) + column - 1;
}
