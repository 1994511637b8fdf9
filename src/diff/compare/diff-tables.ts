import type {Edit, Position} from '../edit.ts';
import {CELL_BORDER, joinTokens, nameOf, profileOf, shareOf, type Token, tokensKey} from '../units/token.ts';
import type {Grid, Unit} from '../units/unit.ts';
import {alignSequences, type Pair, unpaired} from './align.ts';
import {addedEdit, changedEdit, movedEdit, removedEdit} from './compare-words.ts';

/** A table, with its place in the page. */
interface Side {
  grid: Grid;
  at: Position;
}

type Cells = readonly (readonly Token[])[];

/** Compares two tables by column heading and row. The first cell identifies a row. */
export function diffTables(before: Unit, after: Unit, from: Position, to: Position): Edit[] {
  const old: Side = {grid: before.grid ?? [], at: from};
  const now: Side = {grid: after.grid ?? [], at: to};
  const columns = alignColumns(old.grid, now.grid);
  const rows = alignRows(old.grid, now.grid, columns);
  const {where} = after;
  return [
    ...lineEdits(columnsOf(old), columnsOf(now), columns, [old, now], where),
    ...lineEdits(rowsOf(old), rowsOf(now), rows, [old, now], where),
    ...rows.flatMap((row) => cellEdits(old, now, row, columns, where)),
  ];
}

function alignColumns(before: Grid, after: Grid): Pair[] {
  const [old, now] = [before, after].map((grid) => (grid[0] ?? []).map((_, column) => columnOf(grid, column))) as [
    Cells[],
    Cells[],
  ];
  const profiles = [old, now].map((columns) => columns.map((cells) => profileOf(cells.slice(1).flat())));
  const likeness = (i: number, j: number) => share(profiles[0]?.[i], profiles[1]?.[j]);
  const pairRest = pairOnly;
  return alignSequences({before: headingsOf(old), after: headingsOf(now), likeness, pairRest});
}

function alignRows(before: Grid, after: Grid, columns: readonly Pair[]): Pair[] {
  const old = before.slice(1).map((row) => columns.map((pair) => row[pair.before] ?? []));
  const now = after.slice(1).map((row) => columns.map((pair) => row[pair.after] ?? []));
  const [first] = columns;
  const isKeyed = first?.before === 0 && first.after === 0;
  const profiles = [old, now].map((rows) => rows.map((cells) => profileOf(cells.flat())));
  const name = (rows: readonly Cells[], n: number) => tokensKey(rows[n]?.[0] ?? []);
  const likeness = (i: number, j: number) => {
    const alike = share(profiles[0]?.[i], profiles[1]?.[j]);
    const isSame = isKeyed && name(old, i) !== '' && name(old, i) === name(now, j);
    return isSame ? 0.7 + 0.3 * alike : 0.9 * alike;
  };
  const pairs = alignSequences({before: old.map(rowKey), after: now.map(rowKey), likeness});
  const headings = {before: 0, after: 0, isMoved: false};
  return [headings, ...pairs.map((pair) => ({...pair, before: pair.before + 1, after: pair.after + 1}))];
}

/** A row or column of a table. */
interface Line {
  part: 'table row' | 'table column';
  /** Its cells in order. */
  cells: Cells;
  name: string;
  /** The columns or rows of its cells. */
  labels: readonly string[];
  at: Position;
}

function columnsOf({grid, at}: Side): Line[] {
  const labels = grid.map((_, row) => (row === 0 ? '' : rowName(grid, row)));
  return (grid[0] ?? []).map((_, column) => {
    const cells = columnOf(grid, column);
    return {part: 'table column', cells, name: columnName(grid, column), labels, at: {...at, column}};
  });
}

function rowsOf({grid, at}: Side): Line[] {
  const labels = (grid[0] ?? []).map(nameOf);
  return grid.map((cells, row) => ({part: 'table row', cells, name: rowName(grid, row), labels, at: {...at, row}}));
}

/** Rows or columns that were added, removed or moved, and columns with a changed heading. */
function lineEdits(
  old: readonly Line[],
  now: readonly Line[],
  pairs: readonly Pair[],
  sides: [Side, Side],
  where: readonly string[],
): Edit[] {
  const subject = ({part, name, labels}: Line) => ({part, where: [...where, name], labels});
  const words = ({cells}: Line) => joinTokens(cells, CELL_BORDER);
  const rest = unpaired(old.length, now.length, pairs);
  const [from, to] = sides.map(({at}) => at);
  return [
    ...pick(old, rest.before).map((line) => removedEdit({...subject(line), from: line.at, to}, words(line))),
    ...pick(now, rest.after).map((line) => addedEdit({...subject(line), from, to: line.at}, words(line))),
    ...pairs.flatMap((pair): Edit[] => {
      const [before, after] = [old[pair.before], now[pair.after]];
      if (!before || !after) return [];
      const both = {...subject(after), from: before.at, to: after.at};
      if (after.part === 'table row') return pair.isMoved ? [movedEdit(both, words(before), words(after))] : [];
      const [a = [], b = []] = [before.cells[0], after.cells[0]];
      const heading = {...both, labels: []};
      const moved = pair.isMoved ? [movedEdit(heading, a, b)] : [];
      return tokensKey(a) === tokensKey(b) ? moved : [...moved, changedEdit(heading, a, b)];
    }),
  ];
}

function pick(lines: readonly Line[], indexes: readonly number[]): Line[] {
  return indexes.flatMap((index) => lines[index] ?? []);
}

/** Compares the cells of a row in both tables, for the columns in both. Headings are compared with their columns. */
function cellEdits(old: Side, now: Side, row: Pair, columns: readonly Pair[], where: readonly string[]): Edit[] {
  if (row.after === 0) return [];
  return columns.flatMap((column) => {
    const before = old.grid[row.before]?.[column.before] ?? [];
    const after = now.grid[row.after]?.[column.after] ?? [];
    if (tokensKey(before) === tokensKey(after)) return [];
    const subject = {
      part: 'table cell' as const,
      where: [...where, rowName(now.grid, row.after), columnName(now.grid, column.after)],
      from: {...old.at, row: row.before, column: column.before},
      to: {...now.at, row: row.after, column: column.after},
    };
    return [changedEdit(subject, before, after)];
  });
}

function columnOf(grid: Grid, column: number): Cells {
  return grid.map((row) => row[column] ?? []);
}

function headingsOf(columns: readonly Cells[]): string[] {
  return columns.map(([heading = []]) => tokensKey(heading));
}

function rowKey(cells: Cells): string {
  return cells.map(tokensKey).join('\u0005');
}

function rowName(grid: Grid, row: number): string {
  return nameOf(grid[row]?.[0] ?? []) || `row ${row}`;
}

function columnName(grid: Grid, column: number): string {
  return nameOf(grid[0]?.[column] ?? []) || `column ${column + 1}`;
}

function share(a: ReturnType<typeof profileOf> | undefined, b: ReturnType<typeof profileOf> | undefined): number {
  return a && b ? shareOf(a, b) : 0;
}

/** A single column between the same neighbours counts as the same column, renamed and changed. */
function pairOnly(before: readonly number[], after: readonly number[]): [number, number][] {
  const [[i], [j]] = [before, after];
  return before.length === 1 && after.length === 1 && i !== undefined && j !== undefined ? [[i, j]] : [];
}
