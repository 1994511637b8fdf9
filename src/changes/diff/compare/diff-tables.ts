import type {Edit, Position} from '../edit.ts';
import {
  CELL_BORDER,
  joinTokens,
  nameOf,
  type Profile,
  profileOf,
  shareOf,
  type Token,
  tokensKey,
} from '../units/token.ts';
import type {Grid} from '../units/unit.ts';
import {align, type Gap, type Item, type Pair} from './align.ts';
import {makeEdit} from './compare-words.ts';

interface Line extends Item {
  cells: Grid[number];
  /** The text of its first cell. */
  name: string;
  profile: Profile;
}

interface Lines {
  part: 'table row' | 'table column';
  pairs: readonly Pair<Line>[];
  rest: Gap<Line>;
}

interface Tables {
  where: readonly string[];
  from: Position;
  to: Position;
}

/** Compares two tables by column heading and row. The first cell identifies a row. */
export function diffTables(before: Grid, after: Grid, tables: Tables): Edit[] {
  const columns: Lines = {part: 'table column', ...alignColumns(before, after)};
  const rows: Lines = {part: 'table row', ...alignRows(before, after, columns.pairs)};
  return [
    ...lineEdits(columns, [before, after].map(rowNames), tables),
    ...lineEdits(rows, [before, after].map(columnNames), tables),
    ...rows.pairs.slice(1).flatMap((row) => cellEdits(row, columns.pairs, tables)),
  ];
}

function alignColumns(before: Grid, after: Grid) {
  const [old, now] = [before, after].map((grid) =>
    (grid[0] ?? []).map((heading, index): Line => {
      const cells = grid.map((row) => row[index] ?? []);
      const name = nameOf(heading) || `column ${index + 1}`;
      return {index, key: tokensKey(heading), cells, name, profile: profileOf(cells.slice(1).flat())};
    }),
  ) as [Line[], Line[]];
  // A single column between the same neighbours counts as the same column, renamed and changed.
  const pairRest = (gap: Gap<Line>): [Line, Line][] =>
    gap.before.length === 1 && gap.after.length === 1 ? [[...gap.before, ...gap.after] as [Line, Line]] : [];
  return align(old, now, {likeness: (a, b) => shareOf(a.profile, b.profile), pairRest});
}

/** Rows are compared by the columns that both tables have. */
function alignRows(before: Grid, after: Grid, columns: readonly Pair<Line>[]) {
  const linesOf = (grid: Grid, side: 'before' | 'after') =>
    grid.map((cells, index): Line => {
      const shared = columns.map((column) => cells[column[side].index] ?? []);
      const key = index === 0 ? HEADINGS : shared.map(tokensKey).join('\u0005');
      return {index, key, cells, name: nameOf(cells[0] ?? []) || `row ${index}`, profile: profileOf(shared.flat())};
    });
  const [first] = columns;
  const isKeyed = first?.before.index === 0 && first.after.index === 0;
  const keyOf = ({cells}: Line) => tokensKey(cells[0] ?? []);
  const likeness = (a: Line, b: Line) => {
    const alike = shareOf(a.profile, b.profile);
    if (a.key === HEADINGS || b.key === HEADINGS) return 0;
    return isKeyed && keyOf(a) !== '' && keyOf(a) === keyOf(b) ? 0.7 + 0.3 * alike : 0.9 * alike;
  };
  return align(linesOf(before, 'before'), linesOf(after, 'after'), {likeness});
}

const HEADINGS = 'headings';

/** The names of the rows in both, over the cells of a column. */
const rowNames = (grid: Grid) => grid.map((row, index) => (index === 0 ? '' : nameOf(row[0] ?? []) || `row ${index}`));

const columnNames = ([headings = []]: Grid) => headings.map(nameOf);

/** Rows or columns that were added, removed or moved, and columns with a changed heading. */
function lineEdits({part, pairs, rest}: Lines, [old, now]: string[][], {where, from, to}: Tables): Edit[] {
  const axis = part === 'table row' ? 'row' : 'column';
  const subject = (line: Line, labels: readonly string[] = []) => ({
    part,
    where: [...where, line.name],
    labels,
    from,
    to,
  });
  const words = ({cells}: Line) => joinTokens(cells, CELL_BORDER);
  return [
    ...rest.before.map((line) => {
      return makeEdit('removed', {...subject(line, old), from: {...from, [axis]: line.index}}, words(line), undefined);
    }),
    ...rest.after.map((line) => {
      return makeEdit('added', {...subject(line, now), to: {...to, [axis]: line.index}}, undefined, words(line));
    }),
    ...pairs.flatMap(({before, after, isMoved}) => {
      const places = {from: {...from, [axis]: before.index}, to: {...to, [axis]: after.index}};
      const isRow = part === 'table row';
      const about = {...subject(after, isRow ? now : []), ...places};
      const [a, b] = isRow ? [words(before), words(after)] : [before.cells[0] ?? [], after.cells[0] ?? []];
      const moved = isMoved ? [makeEdit('moved', about, a, b)] : [];
      return isRow || before.key === after.key ? moved : [...moved, makeEdit('changed', about, a, b)];
    }),
  ];
}

/** Compares the cells of a row in both tables, for the columns in both. Headings are compared with their columns. */
function cellEdits(row: Pair<Line>, columns: readonly Pair<Line>[], {where, from, to}: Tables): Edit[] {
  return columns.flatMap((column) => {
    const cellIn = (side: 'before' | 'after'): readonly Token[] => row[side].cells[column[side].index] ?? [];
    const [before, after] = [cellIn('before'), cellIn('after')];
    if (tokensKey(before) === tokensKey(after)) return [];
    const subject = {
      part: 'table cell' as const,
      where: [...where, row.after.name, column.after.name],
      from: {...from, row: row.before.index, column: column.before.index},
      to: {...to, row: row.after.index, column: column.after.index},
    };
    return [makeEdit('changed', subject, before, after)];
  });
}
