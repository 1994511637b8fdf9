import type {Nodes, Root, Text} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, {type Options} from 'remark-stringify';
import {type Processor, unified} from 'unified';
import {unreadablePage} from '../../../content/files/unreadable-page.ts';
import {limitMarkers} from '../../../content/markdown/remark-parser.ts';
import {visit} from '../../../content/markdown/visit.ts';

/** Parses Markdown as GitHub does, where directives are plain text; HTML, definitions and footnotes are plain text too. */
const reader = unified().use(remarkParse).use(remarkGfm).use(limitMarkers).use(asText).freeze();

function asText(this: Processor): void {
  const data = this.data();
  const disable = {null: ['htmlFlow', 'htmlText', 'definition', 'gfmFootnoteDefinition']};
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable}];
}

type WriteText = NonNullable<NonNullable<Options['handlers']>['text']>;

/**
 * `mdast-util-directive` leaves some colons that begin a directive: before letters beyond ASCII, behind another escape,
 * and at the end of a node.
 */
const escapeText: WriteText = ({value}: Text, _parent, state, info) =>
  state
    .safe(value, info)
    .replace(/(?<!\\)(\\*):(?=[^ \n/]|$)/g, (all, marks: string) => (marks.length % 2 === 1 ? all : `${marks}\\:`));

/** Writes Markdown that a page shows in the same way: everything with another meaning in a page is escaped. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkStringify, {bullet: '-', rule: '-', fences: true, resourceLink: true, handlers: {text: escapeText}})
  .freeze();

const SAFE_ADDRESS_RE = /^(https?:\/\/|mailto:)[^\s<>]+$/i;
const LANGUAGE_RE = /^(?!mdx)[a-z][a-z0-9+#-]{0,14}$/;

/** An answer of so many characters exceeds no limit of a page. */
const SHORT = 300;

/**
 * Turns an answer into Markdown for a section of a page. Paragraphs, lists, tables, links, quotations and code stay; HTML
 * becomes plain text, headings move to the third level, and pictures become links. An answer that exceeds a limit of the
 * parser becomes plain text too.
 *
 * @param titles what a bare address says instead, by address: the titles of the sources
 */
export function escapeAnswer(typed: string, titles: ReadonlyMap<string, string> = new Map()): string {
  // As Markdown has it; a page with this character is no text.
  const answer = typed.toWellFormed().replaceAll('\0', '\uFFFD');
  if (answer.length > SHORT && unreadablePage(new TextEncoder().encode(answer))) return plainMarkdown(answer);
  try {
    const tree = reader.parse(answer);
    visit(tree, (node) => void Object.assign(node, escapeNode(node as Nodes, titles)));
    const [first] = tree.children;
    // A heading at the start would leave the section above it empty.
    if (first?.type === 'heading') Object.assign(first, {type: 'paragraph'});
    // A space of another width before `###` makes it plain text, so it stays.
    return writer.stringify(tree).trimEnd();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return plainMarkdown(answer);
  }
}

/** Text as a paragraph without Markdown syntax; also for front matter. */
export function plainMarkdown(words: string): string {
  const root: Root = {type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value: words}]}]};
  return words === '' ? '' : writer.stringify(root).trim();
}

/** An address without what people leave out. */
export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/|\/$/gi, '');
}

/** The name of a website, for a page of it that is no source. */
function hostOf(url: string): string {
  return url.replace(/^\w+:\/*(?:www\.)?|[/?#].*$/gi, '');
}

/** What changes about a node. */
function escapeNode(node: Nodes, titles: ReadonlyMap<string, string>): object {
  switch (node.type) {
    case 'heading': {
      const words = textOf(node);
      // A page would read `{#` as an id, and list a heading without text.
      return words === '' || words.includes('{#') ? {type: 'paragraph'} : {depth: 3};
    }
    case 'code':
      return {lang: LANGUAGE_RE.test(node.lang ?? '') ? (node.lang ?? 'text') : 'text', meta: null};
    case 'listItem':
      return {checked: null};
    case 'image':
      return linkTo(node.url, node.alt || node.url);
    case 'link':
      if (!SAFE_ADDRESS_RE.test(node.url)) return linkTo(node.url, textOf(node));
      return bareAddress(textOf(node)) === bareAddress(node.url)
        ? linkTo(node.url, titles.get(bareAddress(node.url)) ?? hostOf(node.url))
        : {};
    default:
      return {};
  }
}

/** Any other kind of address could run something, or leads nowhere. */
function linkTo(url: string, words: string): object {
  if (!SAFE_ADDRESS_RE.test(url)) return {type: 'text', value: url === '' ? words : `${words} (${url})`};
  return {type: 'link', title: null, children: [{type: 'text', value: words}]};
}
