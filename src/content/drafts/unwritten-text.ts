/** How every text begins that a draft leaves to its author. */
export const UNWRITTEN_MARK = 'Write here:';

/** A text that stands where the author's own must come; `no-unwritten-text` finds it. */
export function unwrittenText(what: string): string {
  return `${UNWRITTEN_MARK} ${what}`;
}
