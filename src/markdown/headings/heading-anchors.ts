import GithubSlugger from 'github-slugger';
import {headingsOf} from './headings.ts';

/** The anchors of the headings of a page, in their order; words of signs alone leave nothing to lead to. */
export function headingAnchors(text: string): string[] {
  return headingsOf(text)
    .map(({anchor}) => anchor)
    .filter((anchor) => anchor !== '');
}

/** A line that may be a heading, perhaps in a quotation or a list; what it is in code, the parser alone can tell. */
const HEADING_LINE_RE = /^[ \t>*+\-\d.)]*#{1,6}[ \t](.*)$/gm;

/** Words with no markup, whose anchor needs no parser. */
const PLAIN_RE = /^[\p{L}\p{N} ,.?'’()-]+$/u;

/** What may be a line under a heading, `===` or `---`. */
const UNDERLINE_RE = /^[ \t>]*(=+|-+)[ \t]*$/m;

/**
 * Whether every heading of a page has one of these anchors, where that is plain to see. It never says yes wrongly, and is
 * a hundred times as quick as the parser.
 */
export function plainlyHasOnly(text: string, anchors: ReadonlySet<string>): boolean {
  const body = text.replace(/^---\r?\n[\s\S]*?\n---[ \t]*\r?\n/, '');
  if (UNDERLINE_RE.test(body)) return false;
  const slugger = new GithubSlugger();
  return [...body.matchAll(HEADING_LINE_RE)].every(
    ([, words = '']) => PLAIN_RE.test(words.trim()) && anchors.has(slugger.slug(words.trim())),
  );
}
