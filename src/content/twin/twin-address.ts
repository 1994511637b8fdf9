/** The list of all pages as Markdown, for programs that read words: https://llmstxt.org/; without the site's base URL. */
export const LLMS_FILE = '/llms.txt';

/** The Markdown of the page at an address; llmstxt.org asks for `index.html.md` where the address ends with `/`. */
export function twinAddress(address: string): string {
  return `${address}index.html.md`;
}
