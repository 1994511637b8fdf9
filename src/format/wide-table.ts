/** A table with this many columns is too wide for a phone, which shows each row as a block of cells. */
const WIDE = 3;

export function isWideTable(columns: number): boolean {
  return columns >= WIDE;
}
