/** A text with a capital at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence that can follow a comma or be an item of a list: in lower case, without its full stop. */
export function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count in running text: `two`, and figures from 10. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** A number with its noun, `1 file`, `2 files`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A text as a quoted YAML value, in the kind of quotes that needs no escape where there is one. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** A text in lower case with single spaces instead of punctuation, for comparing. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that say nothing about the subject of a title. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by for from how in into its of on or the their to what with'.split(' '),
);
