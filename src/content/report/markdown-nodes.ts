import type {BlockContent, InlineCode, Link, ListItem, Paragraph, PhrasingContent, Text} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

const compiler = unified()
  .use(remarkGfm)
  .use(remarkStringify, {bullet: '-', fences: true, incrementListMarker: false})
  .freeze();

/**
 * Words that mean nothing to GitHub: letters, figures and the marks of plain prose. Everything else may name a person,
 * an issue, an address, a formula or a picture, and in code none of that works.
 */
const PLAIN = /^["'(‘“]*[\p{L}\p{M}\p{N}.,;!?'"()%+£€…’‘“”–—-]+(\/[\p{L}\p{M}\p{N}.,;!?'"()-]+)*:?$/u;

/** Plain to look at, and yet GitHub makes links of them: addresses, commits and issues. */
const LINKED = /www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/i;

/** A message of a report as Markdown nodes: what stands in backticks is code, and so is every word that is not plain. */
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

/** Two pieces of code side by side would be read as one with backticks in it: make them one. */
function append(nodes: (Text | InlineCode)[], node: Text | InlineCode): void {
  const last = nodes.at(-1);
  if (last?.type === node.type) last.value += node.value;
  else nodes.push(node);
}

export function text(value: string): Text {
  return {type: 'text', value};
}

export function code(value: string): InlineCode {
  return {type: 'inlineCode', value};
}

export function link(url: string, children: PhrasingContent[]): Link {
  return {type: 'link', url, children: children as Link['children']};
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

export function listItem(children: BlockContent[]): ListItem {
  return {type: 'listItem', spread: true, children};
}

/** Blocks as Markdown, without a line break at the end. */
export function stringify(children: BlockContent[]): string {
  return compiler.stringify({type: 'root', children}).trimEnd();
}
