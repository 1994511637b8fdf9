import GithubSlugger from 'github-slugger';
import type {Heading} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {markdownParser} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

/** An anchor that an author gives a heading: `## What it cost {#cost}`. */
const OWN_ANCHOR_RE = /\s*\{#((?:.(?!\{#|\}))*.)\}$/;

/**
 * The anchors of the headings of a page, in their order, as Docusaurus gives them:
 * https://docusaurus.io/docs/markdown-features/toc#heading-ids
 */
export function headingAnchors(text: string): string[] {
  const anchors: string[] = [];
  const slugger = new GithubSlugger();
  visit(markdownParser.parse(text), 'heading', (heading) => {
    const anchor = anchorOf(heading, slugger);
    // Words of signs alone leave nothing to lead to.
    if (anchor !== '') anchors.push(anchor);
  });
  return anchors;
}

function anchorOf({children}: Heading, slugger: GithubSlugger): string {
  const comment = children.at(-1);
  const [, own] = (comment?.type === 'html' && /^<!--\s*#(\S+)[\s\S]*-->$/.exec(comment.value)) || [];
  if (own !== undefined) return own;
  const words = children.filter(({type}) => type !== 'html');
  const text = textOf(words.length > 0 ? words : children);
  return OWN_ANCHOR_RE.exec(text)?.[1]?.trim() ?? slugger.slug(text);
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
