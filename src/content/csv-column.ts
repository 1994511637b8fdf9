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
