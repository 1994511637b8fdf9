import type {
  BlockContent,
  Code,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  Text,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

const compiler = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    fences: true,
    incrementListMarker: false,
  })
  .freeze();

/**
 * Words without special meaning on GitHub: letters, figures and plain punctuation. Everything else is shown as code,
 * because it could mention a person or be an issue, an address, a formula or a picture.
 */
const PLAIN = /^["'(‘“]*[\p{L}\p{M}\p{N}.,;!?'"()%+£€…’‘“”–—-]+(\/[\p{L}\p{M}\p{N}.,;!?'"()-]+)*:?$/u;

/** Plain text that GitHub turns into links: addresses, commits and issues. */
const LINKED = /www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/i;

/** Converts a message to Markdown nodes. Text in backticks becomes code, and so does every word that is not plain. */
export function toPhrasing(message: string): PhrasingContent[] {
  const nodes: (Text | InlineCode)[] = [];
  for (const part of message.split(/(`[^`]+`|\s+)/)) {
    const literal = /^`([^`]+)`$/.exec(part)?.[1];
    if (literal !== undefined) append(nodes, code(literal));
    else if (/^\s+$/.test(part)) append(nodes, text(' '));
    else if (part !== '') append(nodes, PLAIN.test(part) && !LINKED.test(part) ? text(part) : code(part));
  }
  return nodes;
}

/** Merges adjacent pieces of code, which Markdown would read as one with backticks inside. */
function append(nodes: (Text | InlineCode)[], node: Text | InlineCode): void {
  const last = nodes.at(-1);
  if (last?.type === node.type) last.value += node.value;
  else nodes.push(node);
}

/** Our own sentences. Text in backticks is code, and may come from anyone. */
export function sentences(message: string): PhrasingContent[] {
  return message.split(/`([^`]+)`/).flatMap((part, index) => {
    if (part === '') return [];
    return [index % 2 === 1 ? code(part) : text(part)];
  });
}

export function strong(children: PhrasingContent[]): PhrasingContent {
  return {type: 'strong', children};
}

export function heading(depth: Heading['depth'], children: PhrasingContent[]): Heading {
  return {type: 'heading', depth, children};
}

export function list(items: ListItem[]): List {
  return {type: 'list', ordered: false, spread: false, children: items};
}

export function text(value: string): Text {
  return {type: 'text', value};
}

export function code(value: string): InlineCode {
  return {type: 'inlineCode', value};
}

/** Lines to show as they are: text of an author, or an example. */
export function codeBlock(value: string): Code {
  return {type: 'code', lang: 'text', value};
}

export function link(url: string, children: PhrasingContent[]): Link {
  return {type: 'link', url, children: children as Link['children']};
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

/** A table from the content of its cells, the column headings first. */
export function table(rows: PhrasingContent[][][]): Table {
  const toRow = (cells: PhrasingContent[][]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((children) => ({type: 'tableCell', children})),
  });
  return {type: 'table', children: rows.map(toRow)};
}

export function listItem(children: BlockContent[]): ListItem {
  return {type: 'listItem', spread: true, children};
}

/** Renders blocks as Markdown, without a line break at the end. */
export function stringify(children: BlockContent[]): string {
  return compiler.stringify({type: 'root', children}).trimEnd();
}
