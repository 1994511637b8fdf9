import type {Pair} from '../compare/align.ts';
import type {Part} from '../edit.ts';
import type {Token} from './token.ts';
import {CELL_BORDER, joinTokens, keyOf, ROW_BORDER} from './token.ts';

/** A table as rows of cells; the first row holds the column headings. */
export type Grid = readonly (readonly (readonly Token[])[])[];

/** The smallest thing of a page that can move: a paragraph, an item of a list, a table, a fact. */
export interface Unit {
  part: Part;
  /** What it may be compared with: units of the same group only. */
  group: string;
  /** The headings above it, or the key of a fact. */
  where: readonly string[];
  /** The level of a heading, the depth of a list item, else 0. */
  depth: number;
  tokens: readonly Token[];
  /** Whether it is one of a list, where another in its place is more often another thing than the same one. */
  isListed?: boolean;
  /** Of a table only; `tokens` are then its cells in order. */
  grid?: Grid;
  /** The same for units that say the same in the same way. */
  key: string;
}

/** The group of headings that have a section under them; those in quotations and lists have none. */
export const SECTION_HEADING = 'section heading';

export function makeUnit(unit: Omit<Unit, 'key' | 'depth' | 'group'> & {depth?: number; group?: string}): Unit {
  const {depth = 0, group = unit.part} = unit;
  return {...unit, depth, group, key: `${group}\u0005${depth}\u0005${keyOf(unit.tokens)}`};
}

/** All cells of a table in order, with the borders between them. */
export function gridTokens(grid: Grid): Token[] {
  return joinTokens(
    grid.map((row) => joinTokens(row, CELL_BORDER)),
    ROW_BORDER,
  );
}

/** Units that belong together: from the first, a heading, up to the last of its section, that one not included. */
export interface Run {
  start: number;
  end: number;
}

/** The sections all of whose units are among some, largest first; a heading with nothing under it is none. */
export function wholeSections(units: readonly Unit[], among: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < units.length; start += 1) {
    const end = sectionEnd(units, start);
    if (end - start < 2 || !range(start, end).every((n) => among.has(n))) continue;
    runs.push({start, end});
    start = end - 1;
  }
  return runs;
}

/** The sections of the new page that stand whole and in the same order elsewhere in the old one. */
export function movedSections(before: readonly Unit[], after: readonly Unit[], pairs: readonly Pair[]): Run[] {
  const moved = new Map(pairs.filter(({isMoved}) => isMoved).map((pair) => [pair.after, pair.before]));
  return wholeSections(after, new Set(moved.keys())).flatMap((run) => splitRun(run, {before, after, moved}));
}

/** A section that moved in pieces may hold sections that moved whole. */
function splitRun(
  {start, end}: Run,
  pages: {before: readonly Unit[]; after: readonly Unit[]; moved: ReadonlyMap<number, number>},
): Run[] {
  const {before, after, moved} = pages;
  const from = moved.get(start) ?? 0;
  const isWhole =
    sectionEnd(before, from) - from === end - start &&
    range(start, end).every((n) => moved.get(n) === from + n - start);
  if (isWhole) return [{start, end}];
  const inner = wholeSections(after, new Set(range(start + 1, end)));
  return inner.flatMap((run) => splitRun(run, pages));
}

/** Where the section under a heading ends; where there is no heading, there. */
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

/** What stands in place of headings over footnotes, which belong to no section. */
export const FOOTNOTES = 'Footnotes';

/** Of a list, what shares less than this with what stands in its place is another thing. */
const AKIN = 0.35;

/** Up to so many words and characters, the only one of a list that is left may say the same in other words. */
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
