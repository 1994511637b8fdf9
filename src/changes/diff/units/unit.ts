import type {Item} from '../compare/align.ts';
import type {Part} from '../edit.ts';
import {CELL_BORDER, joinTokens, type Profile, ROW_BORDER, type Token, tokensKey} from './token.ts';

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

export interface PlacedUnit extends Unit, Item {
  profile: Profile;
}

/** The group of headings with a section. Headings in quotations and lists have no section. */
export const SECTION_HEADING = 'section heading';

/** Used instead of headings for footnotes, which belong to no section. */
export const FOOTNOTES = 'Footnotes';

export function makeUnit(unit: Omit<Unit, 'key' | 'depth' | 'group'> & {depth?: number; group?: string}): Unit {
  const {depth = 0, group = unit.part} = unit;
  return {...unit, depth, group, key: `${group}\u0005${depth}\u0005${tokensKey(unit.tokens)}`};
}

export function gridTokens(grid: Grid): Token[] {
  return joinTokens(
    grid.map((row) => joinTokens(row, CELL_BORDER)),
    ROW_BORDER,
  );
}

/** The largest sections that fulfil a condition, by the index of their heading. A heading without content is none. */
export function sectionsOf<T extends Unit>(
  units: readonly T[],
  isMeant: (section: readonly T[]) => boolean,
): Map<number, readonly T[]> {
  const sections = new Map<number, readonly T[]>();
  for (let start = 0; start < units.length; start += 1) {
    const section = sectionAt(units, start);
    if (section.length < 2 || !isMeant(section)) continue;
    sections.set(start, section);
    start += section.length - 1;
  }
  return sections;
}

/** The heading at an index with everything below it; empty where there is no heading. */
export function sectionAt<T extends Unit>(units: readonly T[], start: number): readonly T[] {
  const heading = units[start];
  if (heading?.group !== SECTION_HEADING) return [];
  const isNext = ({group, depth, where}: Unit) =>
    group === SECTION_HEADING ? depth <= heading.depth : where[0] === FOOTNOTES;
  const length = units.slice(start + 1).findIndex(isNext);
  return length === -1 ? units.slice(start) : units.slice(start, start + 1 + length);
}
