import type {Definition, Nodes, Parent, PhrasingContent, Root, RootContent, Text} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, {type Options} from 'remark-stringify';
import {unified} from 'unified';
import {limitMarkers} from '../../markdown/parse-markdown.ts';
import {visit} from '../../markdown/visit.ts';
import {unreadablePage} from '../../model/files/unreadable-page.ts';

/** Parses Markdown as GitHub does, where directives are plain text. */
const reader = unified().use(remarkParse).use(remarkGfm).use(limitMarkers).freeze();

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
 */
export function escapeAnswer(typed: string): string {
  const answer = typed.toWellFormed();
  if (answer.length > SHORT && unreadablePage(new TextEncoder().encode(answer))) return plainMarkdown(answer);
  try {
    return escapeMarkdown(answer);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return plainMarkdown(answer);
  }
}

function escapeMarkdown(typed: string): string {
  const tree = reader.parse(typed);
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const [first, ...others] = tree.children.flatMap((node) => escapeNode(node, definitions)) as RootContent[];
  if (!first) return '';
  // A heading at the start would leave the section above it empty.
  const opening = first.type === 'heading' ? ({...first, type: 'paragraph'} as RootContent) : first;
  return writer.stringify({type: 'root', children: [opening, ...others]} satisfies Root).trim();
}

/** Text as a paragraph without Markdown syntax; also for front matter. */
export function plainMarkdown(words: string): string {
  return words === '' ? '' : writer.stringify({type: 'root', children: [paragraph([text(words)])]} as Root).trim();
}

type Definitions = ReadonlyMap<string, Definition>;

const HOLD_BLOCKS: readonly Nodes['type'][] = ['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'];

/** What a node becomes: itself, others, or nothing. */
function escapeNode(node: Nodes, definitions: Definitions, isBlock = true): Nodes[] {
  const holdsBlocks = HOLD_BLOCKS.includes(node.type);
  const inside = () =>
    'children' in node ? node.children.flatMap((child: Nodes) => escapeNode(child, definitions, holdsBlocks)) : [];
  const within = (parent: Nodes): Nodes[] => [{...parent, children: inside()} as Nodes];
  switch (node.type) {
    case 'definition':
      return [];
    case 'html':
      return isBlock ? toParagraphs(node.value) : [text(node.value)];
    case 'heading':
      return textOf(node) === '' ? [] : within(textOf(node).includes('{#') ? paragraph() : {...node, depth: 3});
    case 'code':
      return [{...node, lang: LANGUAGE_RE.test(node.lang ?? '') ? (node.lang ?? 'text') : 'text', meta: null}];
    case 'link':
      return linkTo(node.url, inside());
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url;
      return url === undefined ? inside() : linkTo(url, inside());
    }
    case 'image':
      return linkTo(node.url, [text(node.alt || node.url)]);
    case 'imageReference':
      return linkTo(definitions.get(node.identifier)?.url ?? '', [text(node.alt || node.identifier)]);
    case 'footnoteReference':
      return [text(`[^${node.identifier}]`)];
    case 'footnoteDefinition':
      return [paragraph([text(`[^${node.identifier}]:`)]), ...inside()];
    case 'root':
    case 'blockquote':
    case 'listItem':
      return within({...node, ...('checked' in node && {checked: null})});
    default:
      return 'children' in node ? within(node) : [node];
  }
}

/** Any other kind of address could run something, or leads nowhere. */
function linkTo(url: string, children: Nodes[]): Nodes[] {
  if (!SAFE_ADDRESS_RE.test(url)) return url === '' ? children : [...children, text(` (${url})`)];
  return [{type: 'link', url, children: children as PhrasingContent[]} as Nodes];
}

function toParagraphs(value: string): Nodes[] {
  const parts = value.split(/\n[^\S\n]*\n\s*/).map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => paragraph([text(part)]));
}

function text(value: string): Text {
  return {type: 'text', value};
}

function paragraph(children: Text[] = []): Nodes & Parent {
  return {type: 'paragraph', children};
}
