/** `<!-- check-ignore no-long-sentence: the sentence is the Act's own -->` */
export const EXCEPTION_RE = /^<!--\s*check-ignore\s+([\w/-]+)\s*(?::\s*(.*?))?\s*-->$/s;

/** Whether a Markdown comment makes an exception; it is no part of the page's words. */
export function isException(html: string): boolean {
  return EXCEPTION_RE.test(html);
}
