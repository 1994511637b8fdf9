/** A measured number; `undefined` where nothing was measured. */
export type Cell = number | undefined;

/** One line of the table: the first cell is ours, the others are those of the peers. */
export interface Row {
  /** The number of the goal that the line is about. */
  goal?: number | undefined;
  what: string;
  cells: readonly Cell[];
  /** The most that ours may be; `NaN` where the peer that it depends on was not measured. */
  limit?: number | undefined;
}

/** Renders a Markdown table. Numbers are seconds of the processor, unless the line says otherwise. */
export function renderTable(rows: readonly Row[], columns: readonly string[]): string {
  const lines = rows
    .filter(({cells}) => cells.some((cell) => cell !== undefined))
    .map(({goal, what, cells, limit}) => {
      const [ours = Number.NaN] = cells;
      const isKnown = limit !== undefined && Number.isFinite(limit);
      const met = isKnown ? (ours <= limit ? 'yes' : '**no**') : '';
      const all = columns.map((_, index) => number(cells[index]));
      return [goal ?? '', what, ...all, isKnown ? number(limit) : '', met];
    });
  const head = ['Goal', 'What (CPU seconds unless it says otherwise)', ...columns, 'At most', 'Met'];
  const rule = head.map((_, index) => (index < 2 || index === head.length - 1 ? '---' : '---:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function number(cell: Cell): string {
  return cell === undefined ? '' : cell.toFixed(cell < 10 ? 2 : 1);
}
