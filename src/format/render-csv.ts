/** The beginning of a cell that spreadsheets run as a formula. Leading apostrophes may be the author's own. */
const FORMULA_RE = /^'*[=+\-@\t\r]/;

/** A signed figure with its unit, such as `-5%` or `+44 visits`, which is not a formula. */
const SIGNED_FIGURE_RE = /^[+-][£$€]?\d[\d,.]*(?:%|(?: \p{L}+)*)$/u;

/** Without a byte-order mark, Excel reads UTF-8 as an old code page, and `£` as two letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Renders rows, including the header, as CSV (RFC 4180) with a byte-order mark for Excel. A cell that a spreadsheet would
 * run as a formula gets an apostrophe before it.
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(text: string): string {
  const safe = FORMULA_RE.test(text) && !SIGNED_FIGURE_RE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The value of a cell. A list goes into one cell, separated by `LIST_SEPARATOR`. */
type CellValue = string | number | boolean | readonly string[] | undefined;

export interface CsvColumn<Row> {
  title: string;
  /** `undefined` for an empty cell. */
  read(row: Row): CellValue;
}

/** Separates the values of a list. In a value, it is replaced with another character. */
const LIST_SEPARATOR = '|';

/** The rows for `renderCsv`, the header first. */
export function csvRows<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string[][] {
  return [columns.map(({title}) => title), ...rows.map((row) => columns.map(({read}) => toCell(read(row))))];
}

function toCell(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return value.map((item) => item.replaceAll(LIST_SEPARATOR, '¦')).join(LIST_SEPARATOR);
}
