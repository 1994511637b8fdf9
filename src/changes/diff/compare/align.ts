import {diffItems} from './diff-items.ts';

/** An item of a sequence: a paragraph, a list item, a fact, a row or a column. Items with equal keys are equal. */
export interface Item {
  index: number;
  key: string;
}

export interface Pair<T> {
  before: T;
  after: T;
  /** Whether it moved. Pairs that did not move never cross each other. */
  isMoved: boolean;
}

/** Items without a pair: all of them, or those between the same neighbours. */
export interface Gap<T> {
  before: T[];
  after: T[];
}

/** How to compare the items of two sequences that are not equal. */
export interface Matcher<T> {
  /** The similarity of two items, from 0 to 1; 0 if they cannot be the same. */
  likeness(before: T, after: T): number;
  /** The items of a gap to pair, however different they are. */
  pairRest?(gap: Gap<T>): [before: T, after: T][];
}

/** The least similarity of two items in the same place to count as one changed item. */
const CLOSE = 0.5;

/** The least similarity of two items in different places, where chance matches are more likely. */
const CLOSE_ELSEWHERE = 0.6;

/** With more candidates than this, searching other places is slow and finds few real matches. */
const MAX_CANDIDATES = 40_000;

/**
 * Pairs the items of two sequences: first equal ones, with the fewest moves, then similar ones in the same place, then
 * similar ones elsewhere. Items without a pair were removed or added.
 */
export function align<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  {likeness, pairRest = () => []}: Matcher<T>,
): {pairs: Pair<T>[]; rest: Gap<T>} {
  const pairs: Pair<T>[] = [];
  const add = (matches: readonly [T, T][], isMoved: boolean) =>
    void pairs.push(...matches.map(([old, now]) => ({before: old, after: now, isMoved})));
  const rest = () => withoutPairs(before, after, pairs);
  const gaps = () => gapsOf(rest(), pairs);
  add(equalInOrder(before, after), false);
  add(equalElsewhere(rest()), true);
  for (const gap of gaps()) add(alikeInOrder(gap, likeness), false);
  add(alikeElsewhere(rest(), likeness), true);
  for (const gap of gaps()) add(pairRest(gap), false);
  return {pairs: pairs.sort((a, b) => a.after.index - b.after.index), rest: rest()};
}

function equalInOrder<T extends Item>(before: readonly T[], after: readonly T[]): [T, T][] {
  const pairs: [T, T][] = [];
  let at = 0;
  for (const {added, removed, value} of diffItems(before, after)) {
    if (!added && !removed) pairs.push(...value.map((now, n): [T, T] => [before[at + n] ?? now, now]));
    if (!added) at += value.length;
  }
  return pairs;
}

function equalElsewhere<T extends Item>({before, after}: Gap<T>): [T, T][] {
  const candidates = Map.groupBy(after, ({key}) => key);
  const pairs: [T, T][] = [];
  for (const old of before) {
    const equal = candidates.get(old.key) ?? [];
    // Prefers the equal item with the same predecessor, so that a section moves as one.
    const [lastOld, lastNow] = pairs.at(-1) ?? [];
    const next = lastOld?.index === old.index - 1 ? equal.findIndex(({index}) => index - 1 === lastNow?.index) : 0;
    const [now] = equal.splice(Math.max(next, 0), 1);
    if (now) pairs.push([old, now]);
  }
  return pairs;
}

/** The non-crossing pairs in a gap with the greatest total similarity. */
function alikeInOrder<T>({before, after}: Gap<T>, likeness: Matcher<T>['likeness']): [T, T][] {
  if (before.length * after.length > MAX_CANDIDATES) return [];
  // The best total from an item of each sequence on.
  const best = Array.from({length: before.length + 1}, () => new Float64Array(after.length + 1));
  const at = (m: number, n: number) => best[m]?.[n] ?? 0;
  for (const [m, old] of [...before.entries()].reverse()) {
    for (const [n, now] of [...after.entries()].reverse()) {
      const alike = likeness(old, now);
      const paired = alike >= CLOSE ? alike + at(m + 1, n + 1) : 0;
      (best[m] as Float64Array)[n] = Math.max(paired, at(m + 1, n), at(m, n + 1));
    }
  }
  const pairs: [T, T][] = [];
  let n = 0;
  for (const [m, old] of before.entries()) {
    if (at(m, n) === at(m + 1, n)) continue;
    while (at(m, n) === at(m, n + 1)) n += 1;
    pairs.push([old, after[n++] as T]);
  }
  return pairs;
}

function alikeElsewhere<T>({before, after}: Gap<T>, likeness: Matcher<T>['likeness']): [T, T][] {
  if (before.length * after.length > MAX_CANDIDATES) return [];
  const candidates = before
    .flatMap((old) => after.map((now) => ({old, now, alike: likeness(old, now)})))
    .filter(({alike}) => alike >= CLOSE_ELSEWHERE)
    .sort((a, b) => b.alike - a.alike);
  const taken = new Set<T>();
  return candidates.flatMap(({old, now}): [T, T][] => {
    if (taken.has(old) || taken.has(now)) return [];
    taken.add(old).add(now);
    return [[old, now]];
  });
}

function withoutPairs<T>(before: readonly T[], after: readonly T[], pairs: readonly Pair<T>[]): Gap<T> {
  const paired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  return {before: before.filter((item) => !paired.has(item)), after: after.filter((item) => !paired.has(item))};
}

/** The items without a pair between pairs that did not move. */
function gapsOf<T extends Item>({before, after}: Gap<T>, pairs: readonly Pair<T>[]): Gap<T>[] {
  const fixed = pairs.filter(({isMoved}) => !isMoved).sort((a, b) => a.after.index - b.after.index);
  const [old, now] = (['before', 'after'] as const).map((side) =>
    Map.groupBy(side === 'before' ? before : after, ({index}) => fixed.findIndex((pair) => pair[side].index > index)),
  );
  return [...(old ?? [])].flatMap(([place, items]) => {
    const others = now?.get(place);
    return others ? [{before: items, after: others}] : [];
  });
}
