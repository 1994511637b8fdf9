/*
 * Format is how things are written, whatever they say: text, HTML, CSV, Markdown, command lines. It knows no toolkit and
 * imports no other layer. Its functions are small and escape what they insert, so that no text from a page or an issue
 * can become markup, a formula or a command.
 */

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Turns a sentence into a list item or clause: lower-case first letter, no full stop. */
export function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** A label for use inside a sentence: `Season` is `season`, and an abbreviation such as `NHS region` stays. */
export function lowercaseFirst(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A number with its noun, `1 file`, `2 files`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A text as a quoted YAML value, with the kind of quotes that needs no escapes if possible. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** Normalises a text for comparison: lower case, with single spaces instead of punctuation. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that do not identify the subject of a title. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by for from how in into its of on or the their to what with'.split(' '),
);

/** Spells out invisible characters and those that change the direction of text. */
export function toVisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `[U+${hexOf(character)}]`);
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
