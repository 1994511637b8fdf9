import type {Part} from './edit.ts';
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
