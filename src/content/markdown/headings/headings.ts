import GithubSlugger from 'github-slugger';
import type {Heading, Root} from 'mdast';
import {toString as plainText} from 'mdast-util-to-string';
import {remember} from '../../memo.ts';
import type {Place} from '../../problem.ts';
import {parseMarkdown} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

export interface PageHeading {
  anchor: string;
  /** Its text without markup and without an explicit anchor. */
  text: string;
  depth: number;
  place: Place | undefined;
  /** The offsets of its text in the file, in UTF-16 units. An explicit anchor comes after it. */
  start: number;
  end: number;
}

/** An explicit anchor, `{#costs}`, as Docusaurus parses it. */
export const OWN_ANCHOR_RE = /(?<!\s)\s*\{#((?:.(?!\{#|\}))*.)\}$/;

/** An explicit anchor in a comment, `<!-- #costs -->`. */
const COMMENTED_ANCHOR_RE = /^<!--\s*#(\S+)[\s\S]*-->$/;

/** What makes the symbol before it a picture. Anchors have no symbols; only digits keep it, for `1️⃣`. */
const SELECTOR_RE = /(?<![0-9#*])[\uFE0E\uFE0F]/g;

/**
 * The headings of a Markdown file in order, with the same unique anchors as in Docusaurus:
 * https://docusaurus.io/docs/markdown-features/toc#heading-ids
 */
export function headingsOf(text: string): PageHeading[] {
  return remember('headings', [text], () => headingsIn(parseMarkdown(text), text));
}

/** The headings of a file that is parsed already. */
export function headingsIn(tree: Root, text: string): PageHeading[] {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  visit(tree, 'heading', (node: Heading) => {
    const words = node.children.filter(({type}) => type !== 'html');
    const written = plainText(words.length > 0 ? words : node);
    const explicit = OWN_ANCHOR_RE.exec(written);
    const start = node.children[0]?.position?.start.offset ?? node.position?.end.offset ?? 0;
    const whole = node.children.at(-1)?.position?.end.offset ?? start;
    const end = explicit ? start + text.slice(start, whole).replace(OWN_ANCHOR_RE, '').length : whole;
    headings.push({
      anchor: commentedAnchor(node) ?? explicit?.[1]?.trim() ?? slugger.slug(written.replace(SELECTOR_RE, '')),
      text: written.replace(OWN_ANCHOR_RE, ''),
      depth: node.depth,
      place: node.position?.start,
      start,
      end,
    });
  });
  return headings;
}

function commentedAnchor({children}: Heading): string | undefined {
  const last = children.at(-1);
  return last?.type === 'html' ? COMMENTED_ANCHOR_RE.exec(last.value)?.[1] : undefined;
}
