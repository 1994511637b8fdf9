import type {
  BlockContent,
  Code,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Parent,
  PhrasingContent,
  Text,
} from 'mdast';
import type {} from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

/** Text by an author. In HTML it is isolated, so that its direction affects nothing else; in Markdown, see `toPhrasing`. */
interface AuthorText extends Parent {
  type: 'authorText';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    authorText: AuthorText;
  }
  interface RootContentMap {
    authorText: AuthorText;
  }
}

const compiler = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    fences: true,
    incrementListMarker: false,
    handlers: {authorText: (node, _, state, info) => state.containerPhrasing(node, info)},
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

/** Text by an author. Markdown may show less of it than HTML. */
export function authorText(value: string, shown = value): AuthorText {
  return {
    type: 'authorText',
    children: toPhrasing(shown),
    data: {hName: 'bdi', hChildren: [{type: 'text', value}]},
  };
}

/** Our own sentences. Text in backticks is code, and may come from anyone. */
export function sentences(message: string): PhrasingContent[] {
  return message.split(/`([^`]+)`/).flatMap((part, index) => {
    if (part === '') return [];
    return [index % 2 === 1 ? code(part) : text(part)];
  });
}

/** An external address: code in Markdown, and a link in HTML if it is safe to open. */
export function address(url: string): InlineCode {
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url);
  if (!isWeb) return code(url);
  return {
    ...code(url),
    data: {
      hName: 'a',
      hProperties: {href: new URL(url).href, rel: ['noreferrer']},
    },
  };
}

export function strong(children: PhrasingContent[]): PhrasingContent {
  return {type: 'strong', children};
}

export function heading(depth: Heading['depth'], children: PhrasingContent[], data?: Heading['data']): Heading {
  return {type: 'heading', depth, children, ...(data && {data})};
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

export function listItem(children: BlockContent[]): ListItem {
  return {type: 'listItem', spread: true, children};
}

/** Renders blocks as Markdown, without a line break at the end. */
export function stringify(children: BlockContent[]): string {
  return compiler.stringify({type: 'root', children}).trimEnd();
}
