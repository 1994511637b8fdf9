import type {Unit} from './unit.ts';
import {SECTION_HEADING} from './unit.ts';

/**
 * Pairs what is left in one place of two pages, however little is alike: units of a kind that stand there in the same
 * order were written anew. Not past a heading that is left over too: that is another section.
 */
export function pairInPlace(
  before: readonly Unit[],
  after: readonly Unit[],
  old: readonly number[],
  now: readonly number[],
): [before: number, after: number][] {
  const isOne = old.length === 1 && now.length === 1;
  const left = isOne ? [...old] : upToHeading(before, old);
  const right = isOne ? [...now] : upToHeading(after, now);
  const pairs: [number, number][] = [];
  let next = 0;
  for (const i of left) {
    const at = right.findIndex((j, n) => n >= next && before[i]?.group === after[j]?.group);
    const j = right[at];
    if (j === undefined) continue;
    pairs.push([i, j]);
    next = at + 1;
  }
  return pairs;
}

function upToHeading(units: readonly Unit[], indexes: readonly number[]): number[] {
  const heading = indexes.findIndex((n) => units[n]?.group === SECTION_HEADING);
  return heading === -1 ? [...indexes] : indexes.slice(0, heading);
}
