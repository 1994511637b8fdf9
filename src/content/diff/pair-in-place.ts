import type {Unit} from './unit.ts';
import {SECTION_HEADING} from './unit.ts';

/** Of a list, what shares less than this with what stands in its place is another thing. */
const AKIN = 0.35;

/** Up to so many words and signs, the only one of a list that is left may say the same in other words. */
const SHORT = 6;

/**
 * Pairs what is left in one place of two pages, however little is alike: units of a kind that stand there in the same
 * order were written anew. Not past a heading that is left over too: that is another section. And not what stands in a
 * list, such as a source or a question: with little in common, one was taken out and another put in.
 */
export function pairInPlace(
  before: readonly Unit[],
  after: readonly Unit[],
  old: readonly number[],
  now: readonly number[],
  likeness: (before: number, after: number) => number,
): [before: number, after: number][] {
  const isOne = old.length === 1 && now.length === 1;
  const left = isOne ? [...old] : upToHeading(before, old);
  const right = isOne ? [...now] : upToHeading(after, now);
  const pairs: [number, number][] = [];
  let next = 0;
  for (const i of left) {
    const at = right.findIndex((j, n) => n >= next && mayBeOne(i, j));
    const j = right[at];
    if (j === undefined) continue;
    pairs.push([i, j]);
    next = at + 1;
  }
  return pairs;

  function mayBeOne(i: number, j: number): boolean {
    const [a, b] = [before[i], after[j]];
    if (!a || !b || a.group !== b.group) return false;
    return !a.isListed || likeness(i, j) >= AKIN || (isOne && Math.max(a.tokens.length, b.tokens.length) <= SHORT);
  }
}

function upToHeading(units: readonly Unit[], indexes: readonly number[]): number[] {
  const heading = indexes.findIndex((n) => units[n]?.group === SECTION_HEADING);
  return heading === -1 ? [...indexes] : indexes.slice(0, heading);
}
