import type {Pair} from '../compare/align.ts';
import type {Part} from '../edit.ts';
import {CELL_BORDER, joinTokens, ROW_BORDER, type Token, tokensKey} from './token.ts';

/** A table as rows of cells. The first row has the column headings. */
export type Grid = readonly (readonly (readonly Token[])[])[];

/** The smallest part of a page that can move: a paragraph, a list item, a table, a fact. */
export interface Unit {
  part: Part;
  /** Units are compared only with units of the same group. */
  group: string;
  /** The headings above it, or the key of a fact. */
  where: readonly string[];
  /** The level of a heading or the depth of a list item; otherwise 0. */
  depth: number;
  tokens: readonly Token[];
  /** Whether it is part of a list, where a different item in the same place is usually another item. */
  isListed?: boolean;
  /** Set for a table; `tokens` are then its cells in order. */
  grid?: Grid;
  /** Equal for units with the same content and form. */
  key: string;
}

/** The group of headings with a section. Headings in quotations and lists have no section. */
export const SECTION_HEADING = 'section heading';

export function makeUnit(unit: Omit<Unit, 'key' | 'depth' | 'group'> & {depth?: number; group?: string}): Unit {
  const {depth = 0, group = unit.part} = unit;
  return {...unit, depth, group, key: `${group}\u0005${depth}\u0005${tokensKey(unit.tokens)}`};
}

/** All cells of a table in order, with borders between them. */
export function gridTokens(grid: Grid): Token[] {
  return joinTokens(
    grid.map((row) => joinTokens(row, CELL_BORDER)),
    ROW_BORDER,
  );
}

/** A section as a range of units: from its heading, `first`, up to but not including the end. */
export interface SectionRange {
  start: number;
  end: number;
}

/** The sections with all units in a given set, largest first. A heading without content is not a section. */
export function wholeSections(units: readonly Unit[], among: ReadonlySet<number>): SectionRange[] {
  const runs: SectionRange[] = [];
  for (let start = 0; start < units.length; start += 1) {
    const end = sectionEnd(units, start);
    if (end - start < 2 || !range(start, end).every((n) => among.has(n))) continue;
    runs.push({start, end});
    start = end - 1;
  }
  return runs;
}

/** The sections of the new page that are complete, and in the same order, elsewhere in the old page. */
export function movedSections(before: readonly Unit[], after: readonly Unit[], pairs: readonly Pair[]): SectionRange[] {
  const moved = new Map(pairs.filter(({isMoved}) => isMoved).map((pair) => [pair.after, pair.before]));
  return wholeSections(after, new Set(moved.keys())).flatMap((run) => splitRun(run, {before, after, moved}));
}

/** A section that did not move as a whole may contain sections that did. */
function splitRun(
  {start, end}: SectionRange,
  pages: {before: readonly Unit[]; after: readonly Unit[]; moved: ReadonlyMap<number, number>},
): SectionRange[] {
  const {before, after, moved} = pages;
  const from = moved.get(start) ?? 0;
  const isWhole =
    sectionEnd(before, from) - from === end - start &&
    range(start, end).every((n) => moved.get(n) === from + n - start);
  if (isWhole) return [{start, end}];
  const inner = wholeSections(after, new Set(range(start + 1, end)));
  return inner.flatMap((run) => splitRun(run, pages));
}

/** The end of the section under a heading, or the index itself if it is not a heading. */
function sectionEnd(units: readonly Unit[], start: number): number {
  const heading = units[start];
  if (heading?.group !== SECTION_HEADING) return start;
  const next = units.findIndex(
    ({group, depth, where}, n) =>
      n > start && (group === SECTION_HEADING ? depth <= heading.depth : where[0] === FOOTNOTES),
  );
  return next === -1 ? units.length : next;
}

function range(start: number, end: number): number[] {
  return Array.from({length: end - start}, (_, n) => start + n);
}

/** Used instead of headings for footnotes, which belong to no section. */
export const FOOTNOTES = 'Footnotes';

/** In a list, an item that shares less than this with the one in its place is a different item. */
const AKIN = 0.35;

/** Up to this many words and characters, the only remaining item of a list may be the same one in different words. */
const SHORT = 6;

/**
 * Pairs the remaining units in one place of two pages, however different: units of the same kind in the same order were
 * rewritten. It stops at a remaining heading, which begins another section. It also skips list items, such as sources or
 * questions: if they have little in common, one was removed and another added.
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
