import {diffKeys} from './diff-keys.ts';

/** An item of the old sequence and its match in the new one, by index. */
export interface Pair {
  before: number;
  after: number;
  /** Whether it moved. Pairs that did not move never cross each other. */
  isMoved: boolean;
}

/** How to compare the items of two sequences. */
export interface Matcher {
  /** The key of an item. Items with equal keys are equal. */
  before: readonly string[];
  after: readonly string[];
  /** The similarity of two items, from 0 to 1; 0 if they cannot be the same. */
  likeness(before: number, after: number): number;
  /** Whether to pair two items that are alone between the same neighbours, however different they are. */
  pairRest?(before: readonly number[], after: readonly number[]): [before: number, after: number][];
}

/** The least similarity of two items in the same place to count as one changed item. */
const CLOSE = 0.5;

/** The least similarity of two items in different places, where chance matches are more likely. */
const CLOSE_ELSEWHERE = 0.6;

/** With more candidates than this, searching other places is slow and finds few real matches. */
const MOST_CANDIDATES = 40_000;

/** A run of each sequence between the same neighbours. */
interface Gap {
  before: number[];
  after: number[];
}

/**
 * Pairs the items of two sequences: first equal ones, with the fewest moves, then similar ones in the same place, then
 * similar ones elsewhere. Items without a pair were removed or added.
 */
export function alignSequences(comparison: Matcher): Pair[] {
  const pairs = equalInOrder(comparison);
  pairs.push(...equalElsewhere(comparison, pairs));
  for (const gap of gapsOf(comparison, pairs)) pairs.push(...alikeInOrder(gap, comparison));
  pairs.push(...alikeElsewhere(comparison, pairs));
  if (comparison.pairRest) {
    for (const {before, after} of gapsOf(comparison, pairs)) {
      for (const [i, j] of comparison.pairRest(before, after)) pairs.push({before: i, after: j, isMoved: false});
    }
  }
  return pairs.sort((a, b) => a.after - b.after);
}

function equalInOrder({before, after}: Matcher): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const {added, removed, count} of diffKeys(before, after)) {
    if (!added && !removed) {
      for (let n = 0; n < count; n += 1) pairs.push({before: i + n, after: j + n, isMoved: false});
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

function equalElsewhere({before, after}: Matcher, pairs: readonly Pair[]): Pair[] {
  const rest = unpaired(before.length, after.length, pairs);
  const places = new Map<string, number[]>();
  for (const j of rest.after) places.set(after[j] ?? '', []);
  for (const j of rest.after) places.get(after[j] ?? '')?.push(j);
  const found: Pair[] = [];
  for (const i of rest.before) {
    const candidates = places.get(before[i] ?? '') ?? [];
    // Prefers the equal item with the same predecessor, so that a section moves as one.
    const follower = found.at(-1)?.before === i - 1 ? candidates.indexOf((found.at(-1)?.after ?? 0) + 1) : 0;
    const [j] = candidates.splice(Math.max(follower, 0), 1);
    if (j !== undefined) found.push({before: i, after: j, isMoved: true});
  }
  return found;
}

/** The non-crossing pairs in a gap with the greatest total similarity. */
function alikeInOrder({before, after}: Gap, {likeness}: Matcher): Pair[] {
  if (before.length * after.length > MOST_CANDIDATES) return [];
  const width = after.length + 1;
  const alike = before.map((i) => after.map((j) => likeness(i, j)));
  const best = new Float64Array((before.length + 1) * width);
  const at = (m: number, n: number) => best[m * width + n] ?? 0;
  const gain = (m: number, n: number) => alike[m]?.[n] ?? 0;
  for (let m = before.length - 1; m >= 0; m -= 1) {
    for (let n = after.length - 1; n >= 0; n -= 1) {
      const paired = gain(m, n) >= CLOSE ? gain(m, n) + at(m + 1, n + 1) : 0;
      best[m * width + n] = Math.max(paired, at(m + 1, n), at(m, n + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [m, n] = [0, 0]; m < before.length && n < after.length; ) {
    if (at(m, n) === at(m + 1, n)) m += 1;
    else if (at(m, n) === at(m, n + 1)) n += 1;
    else pairs.push({before: before[m++] ?? 0, after: after[n++] ?? 0, isMoved: false});
  }
  return pairs;
}

function alikeElsewhere({before, after, likeness}: Matcher, pairs: readonly Pair[]): Pair[] {
  const rest = unpaired(before.length, after.length, pairs);
  if (rest.before.length * rest.after.length > MOST_CANDIDATES) return [];
  const candidates = rest.before
    .flatMap((i) => rest.after.map((j) => ({before: i, after: j, isMoved: true, alike: likeness(i, j)})))
    .filter(({alike}) => alike >= CLOSE_ELSEWHERE)
    .sort((a, b) => b.alike - a.alike);
  const taken = {before: new Set<number>(), after: new Set<number>()};
  return candidates.flatMap(({alike: _, ...pair}) => {
    if (taken.before.has(pair.before) || taken.after.has(pair.after)) return [];
    taken.before.add(pair.before);
    taken.after.add(pair.after);
    return [pair];
  });
}

/** The unpaired items between pairs that did not move. */
function gapsOf({before, after}: Matcher, pairs: readonly Pair[]): Gap[] {
  const rest = unpaired(before.length, after.length, pairs);
  const fixed = pairs.filter(({isMoved}) => !isMoved).sort((a, b) => a.after - b.after);
  const ends = [...fixed, {before: before.length, after: after.length}];
  let [i, j] = [-1, -1];
  return ends.flatMap((end) => {
    const gap = {
      before: rest.before.filter((n) => n > i && n < end.before),
      after: rest.after.filter((n) => n > j && n < end.after),
    };
    [i, j] = [end.before, end.after];
    return gap.before.length > 0 && gap.after.length > 0 ? [gap] : [];
  });
}

/** The indexes without a pair. */
export function unpaired(before: number, after: number, pairs: readonly Pair[]): Gap {
  const paired = {before: new Set(pairs.map((p) => p.before)), after: new Set(pairs.map((p) => p.after))};
  return {
    before: Array.from({length: before}, (_, n) => n).filter((n) => !paired.before.has(n)),
    after: Array.from({length: after}, (_, n) => n).filter((n) => !paired.after.has(n)),
  };
}
