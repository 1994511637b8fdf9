const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count in running text: `two`, and figures from 10. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}
