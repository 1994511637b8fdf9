/** One line of the table: the first number is ours, the others are those of the peers. */
export interface Row {
  what: string;
  cells: readonly number[];
}

/** Renders a Markdown table. Numbers are seconds of the processor, unless the line says otherwise. */
export function renderTable(rows: readonly Row[], columns: readonly string[]): string {
  const number = (cell: number | undefined) => cell?.toFixed(cell < 10 ? 2 : 1) ?? '';
  const lines = rows.map(({what, cells}) => [what, ...columns.map((_, index) => number(cells[index]))]);
  const head = ['What (CPU seconds unless it says otherwise)', ...columns];
  const rule = ['---', ...columns.map(() => '---:')];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
