/** What a cell may hold; a list is written in one cell, parted by `LIST_SEPARATOR`. */
type CellValue = string | number | boolean | readonly string[] | undefined;

/** One column of a file for spreadsheets: how it is written, and what its data dictionary says of it. */
export interface CsvColumn<Row> {
  /** For programs: lower-case words joined by `_`. */
  name: string;
  /** The words at its head. */
  title: string;
  /** One sentence to whoever reads the data. */
  description: string;
  /** A type of https://www.w3.org/TR/tabular-data-primer/#datatypes. */
  datatype: 'string' | 'integer' | 'boolean' | 'date' | 'anyURI';
  /** The cell holds several values. */
  isList?: true;
  /** `undefined` where nothing is stated: the cell stays empty. */
  read(row: Row): CellValue;
}

/** Stands between the values of a list; a value that holds it gets a stroke of another kind. */
export const LIST_SEPARATOR = '|';

/** Rows of text for `renderCsv`, the header first. */
export function csvRows<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string[][] {
  return [columns.map(({title}) => title), ...rows.map((row) => columns.map(({read}) => toCell(read(row))))];
}

function toCell(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return value.map((one) => one.replaceAll(LIST_SEPARATOR, '¦')).join(LIST_SEPARATOR);
}
