/** Spreadsheets take a cell that begins so for a formula, and run it; apostrophes before it may be the author's own. */
const FORMULA_RE = /^'*[=+\-@\t\r]/;

/** A signed figure with its unit, `-5%` or `+44 visits`, is no formula. */
const SIGNED_FIGURE_RE = /^[+-][£$€]?\d[\d,.]*(?:%|(?: \p{L}+)*)$/u;

/** Without it Excel takes UTF-8 for an old code page, and `£` for two letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as RFC 4180 has them, the header among them, with a byte-order mark for Excel; a cell that a spreadsheet would
 * run gets an apostrophe before it.
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(text: string): string {
  const safe = FORMULA_RE.test(text) && !SIGNED_FIGURE_RE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell may hold; a list is written in one cell, parted by `LIST_SEPARATOR`. */
type CellValue = string | number | boolean | readonly string[] | undefined;

/** One column of a file for spreadsheets. */
export interface CsvColumn<Row> {
  /** The text of its heading. */
  title: string;
  /** `undefined` where nothing is stated: the cell stays empty. */
  read(row: Row): CellValue;
}

/** Stands between the values of a list; a value that has one itself gets another character for it. */
const LIST_SEPARATOR = '|';

/** Rows of text for `renderCsv`, the header first. */
export function csvRows<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string[][] {
  return [columns.map(({title}) => title), ...rows.map((row) => columns.map(({read}) => toCell(read(row))))];
}

function toCell(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return value.map((one) => one.replaceAll(LIST_SEPARATOR, '¦')).join(LIST_SEPARATOR);
}
