/** `<!-- check-ignore no-long-sentence: the sentence is the Act's own -->` */
export const EXCEPTION_RE = /^<!--\s*check-ignore\s+([\w/-]+)\s*(?::\s*(.*?))?\s*-->$/s;

/** Whether a Markdown comment is an exception, and so not part of the text of the page. */
export function isException(html: string): boolean {
  return EXCEPTION_RE.test(html);
}
