/** A table of so many columns is too wide for a phone: there each row is a block, its cells one below another. */
const WIDE = 3;

/** Whether a table of so many columns is told row by row on narrow screens. */
export function isWideTable(columns: number): boolean {
  return columns >= WIDE;
}
