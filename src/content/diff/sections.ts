import type {Pair} from './align.ts';
import type {Unit} from './unit.ts';
import {SECTION_HEADING} from './unit.ts';

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
