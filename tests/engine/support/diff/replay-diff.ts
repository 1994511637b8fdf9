import {makeEdit} from '../../../../src/changes/diff/compare/compare-words.ts';
import type {Edit, PageDiff, Position, Segment} from '../../../../src/changes/diff/edit.ts';
import {normalise} from '../../../../src/changes/diff/units/tokenise.ts';
import type {Unit} from '../../../../src/changes/diff/units/unit.ts';

/** A unit as a reader could tell it from another: what it is, at what depth, and its words. */
export interface ReadUnit {
  part: string;
  depth: number;
  /** Cells in rows; of what is no table, one cell. */
  grid: string[][];
}

/** Units without what only the comparison needs; how quotation marks are drawn and spaces do not matter. */
export function readUnits(units: readonly Unit[]): ReadUnit[] {
  return units.map(({part, depth, tokens}) => {
    const {segments} = makeEdit('added', {part, where: [], from: undefined, to: undefined}, undefined, tokens);
    return {part, depth, grid: toGrid(segments, 'removed')};
  });
}

/** Makes the new page of the old one and what is said to have changed. */
export function replay(before: readonly ReadUnit[], {edits}: Pick<PageDiff, 'edits'>): ReadUnit[] {
  const all = edits.flatMap((edit) => (edit.contents.length > 0 ? edit.contents : [edit]));
  const units = all.filter((edit) => !isInTable(edit));
  const moved = new Map<number, ReadUnit>();
  const gone = new Set<number>();
  for (const {kind, from, to, span} of units) {
    if (kind === 'removed' && from) gone.add(from.unit);
    if (kind !== 'moved' || !from || !to) continue;
    for (let n = 0; n < span; n += 1) {
      const unit = before[from.unit + n];
      if (unit) moved.set(to.unit + n, n === 0 ? {...unit, depth: to.depth} : unit);
      gone.add(from.unit + n);
    }
  }
  const kept = before.filter((_, n) => !gone.has(n));
  const added = new Map(
    units.flatMap((edit) => (edit.kind === 'added' && edit.to ? [[edit.to.unit, made(edit, edit.to)]] : [])),
  );
  const after: ReadUnit[] = Array.from({length: kept.length + moved.size + added.size}, (_, n) => {
    const unit = moved.get(n) ?? added.get(n) ?? kept.shift();
    if (!unit) throw new Error(`nothing to stand at ${n}`);
    return unit;
  });
  for (const {kind, to, segments} of units) {
    if ((kind === 'changed' || kind === 'rewritten') && to)
      after[to.unit] = {...unitAt(after, to), grid: toGrid(segments, 'removed')};
  }
  const inTables = all.filter(isInTable);
  for (const n of new Set(inTables.map(({to}) => to?.unit ?? -1))) {
    const unit = unitAt(after, {unit: n, depth: 0});
    const changes = inTables.filter(({to}) => to?.unit === n);
    after[n] = {...unit, grid: replayTable(unit.grid, changes)};
  }
  return after;
}

/** The same changes the other way round. */
export function reverse({edits}: Pick<PageDiff, 'edits'>): Pick<PageDiff, 'edits'> {
  const kinds = {added: 'removed', removed: 'added', same: 'same'} as const;
  return {
    edits: edits.map((edit) => ({
      ...edit,
      kind: edit.kind === 'added' ? 'removed' : edit.kind === 'removed' ? 'added' : edit.kind,
      before: edit.after,
      after: edit.before,
      from: edit.to,
      to: edit.from,
      segments: edit.segments.map((segment) => ({...segment, kind: kinds[segment.kind]})),
      contents: reverse({edits: edit.contents}).edits,
    })),
  };
}

/** A change inside a table that is in both pages. */
function isInTable({part}: Edit): boolean {
  return /^table (?:cell|row|column)$/.test(part);
}

function unitAt(units: readonly ReadUnit[], {unit}: Position): ReadUnit {
  const found = units[unit];
  if (!found) throw new Error(`no unit at ${unit}`);
  return found;
}

function made({part, segments}: Edit, {depth}: Position): ReadUnit {
  return {part: part === 'section' ? 'heading' : part, depth, grid: toGrid(segments, 'removed')};
}

function toGrid(segments: readonly Segment[], left: Segment['kind']): string[][] {
  const grid = [['']];
  let last: Segment['what'] = 'words';
  for (const {kind, what, text} of segments) {
    if (kind === left) continue;
    const folded = normalise(text).replace(/[ \t]/g, '');
    for (const sign of what === 'cell' || what === 'row' ? folded : []) {
      if (what === 'cell') grid.at(-1)?.push('');
      else grid.push(['']);
      void sign;
    }
    if (what === 'words' || what === 'link' || what === 'picture') {
      const row = grid.at(-1) ?? [];
      row[row.length - 1] += (what === last ? '' : `<${what}>`) + folded;
    }
    last = what === 'link' || what === 'picture' ? what : 'words';
  }
  return grid;
}

function replayTable(before: readonly string[][], edits: readonly Edit[]): string[][] {
  const rows = sequence(
    before.length,
    edits.filter(({part}) => part === 'table row'),
    'row',
  );
  const columns = sequence(
    before[0]?.length ?? 0,
    edits.filter(({part}) => part === 'table column'),
    'column',
  );
  const cells = new Map(
    edits.flatMap((edit) =>
      edit.part === 'table cell'
        ? [[`${edit.to?.row}:${edit.to?.column}`, toGrid(edit.segments, 'removed')[0]?.[0] ?? '']]
        : [],
    ),
  );
  return rows.map((row, r) =>
    columns.map((column, c) => {
      if (row.edit?.kind === 'added') return toGrid(row.edit.segments, 'removed')[0]?.[c] ?? '';
      if (column.edit?.kind === 'added') return toGrid(column.edit.segments, 'removed')[0]?.[r] ?? '';
      if (r === 0 && column.edit) return toGrid(column.edit.segments, 'removed')[0]?.[0] ?? '';
      return cells.get(`${r}:${c}`) ?? before[row.from]?.[column.from] ?? '';
    }),
  );
}

/** For each row or column of the new table the one of the old table it was, or the edit that added it. */
function sequence(length: number, edits: readonly Edit[], axis: 'row' | 'column'): {from: number; edit?: Edit}[] {
  const moved = edits.filter(({kind}) => kind === 'moved');
  const gone = new Set(edits.filter(({kind}) => kind === 'removed' || kind === 'moved').map(({from}) => from?.[axis]));
  const kept = Array.from({length}, (_, n) => n).filter((n) => !gone.has(n));
  const added = edits.filter(({kind}) => kind === 'added');
  return Array.from({length: kept.length + moved.length + added.length}, (_, n) => {
    const here = (edit: Edit) => edit.to?.[axis] === n;
    const came = added.find(here);
    if (came) return {from: -1, edit: came};
    const changed = edits.find((edit) => /^(?:changed|rewritten)$/.test(edit.kind) && here(edit));
    const from = moved.find(here)?.from?.[axis] ?? kept.shift() ?? -1;
    return changed ? {from, edit: changed} : {from};
  });
}
