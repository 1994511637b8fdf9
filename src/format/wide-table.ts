/** A table with this many columns is too wide for a phone, which shows each row as a block of cells. */
const WIDE = 3;

/** Whether a table with this many columns is shown row by row on narrow screens. */
export function isWideTable(columns: number): boolean {
  return columns >= WIDE;
}
