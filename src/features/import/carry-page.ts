import type {Element, ElementContent, Root as HastRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultHandlers, type Handle, toMdast} from 'hast-util-to-mdast';
import type {Heading, Nodes, PhrasingContent, Root} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {ReportLoss} from './losses.ts';
import {type Line, plainLines} from './plain-lines.ts';

/** Writes Markdown as the rules about formatting expect it. */
const writer = unified()
  .use(remarkGfm, {tablePipeAlign: false})
  .use(remarkDirective)
  .use(remarkStringify, {bullet: '-', rule: '-', fences: true, emphasis: '_', listItemIndent: 'one'})
  .freeze();

interface Carrying {
  /** Whether braces in the text are code. */
  isMdx: boolean;
  reportLoss: ReportLoss;
  /** The address to write for one in the text: `undefined` keeps it, and it is empty where nothing is there. */
  newUrl(url: string, line: number | undefined, isLink: boolean): string | undefined;
}

/**
 * Carries the text of a page over, through one tree.
 *
 * @returns also its first heading of the first level, which is not in the text, and its first words, as plain text
 * @throws {RangeError} if the text nests too deeply.
 */
export function carryPage(lines: readonly Line[], {isMdx, reportLoss, newUrl}: Carrying) {
  const plain = plainLines(lines, isMdx, reportLoss);
  const source = plain.map(({text}) => text).join('\n');
  const lineOf = ({position}: Pick<Nodes, 'position'>) => plain[(position?.start.line ?? 1) - 1]?.line;
  const reportLossAt: ReportLossAt = (node, found) => reportLoss('component', found, lineOf(node));
  const tree = carryHtml(source, reportLossAt);
  // Further down it is a part of the text.
  const [first] = tree.children;
  const heading = first?.type === 'heading' && first.depth === 1 ? first : undefined;
  if (heading) tree.children.shift();
  let opening = '';
  visit(tree, 'paragraph', (node) => {
    if (opening.length < MIN_OPENING) opening = `${opening} ${textOf(node, {includeHtml: false})}`.trim();
  });
  const hasSecond = tree.children.some((node) => node.type === 'heading' && node.depth === 1);
  visit(tree, (node: Nodes) => {
    // The title of a page is its only heading of the first level.
    if (node.type === 'heading' && hasSecond) node.depth = Math.min(6, node.depth + 1) as Heading['depth'];
    if (node.type === 'code' && !node.lang) node.lang = 'text';
    const line = lineOf(node);
    // A colon in prose, as in `5:30`: other generators have no blocks inside a line.
    if (node.type === 'textDirective') {
      const value = source.slice(node.position?.start.offset, node.position?.end.offset);
      Reflect.deleteProperty(Object.assign(node, {type: 'text', value}), 'children');
    }
    // A film in HTML has become a link without a text.
    if (node.type === 'link' && node.children.length === 0) {
      reportLossAt(node, node.url);
      node.children = [{type: 'text', value: `Write here: what readers saw in ${node.url}`}];
    }
    if ('url' in node) {
      const isFar = node.type === 'image' && /^https?:/i.test(node.url);
      if (isFar) reportLossAt(node, node.url);
      const url = isFar ? '' : (newUrl(node.url, line, node.type === 'link') ?? node.url);
      if (url === '' && node.type === 'image')
        Object.assign(node, {type: 'text', value: `Write here: what readers saw in this picture. ${node.alt}`});
      // A link that leads to nothing is written as its text.
      else if (url === '' && node.type === 'link') Object.assign(node, {type: 'paragraph'});
      else node.url = url;
    }
    // Spaces that do not break, at the end of a block.
    const last = 'children' in node && node.type !== 'root' ? node.children.at(-1) : undefined;
    if (last?.type === 'text') last.value = last.value.trimEnd();
  });
  // The parser takes the end of a box for a row of the table above it.
  const body = writer
    .stringify(tree)
    .replace(/[ \u00A0]+$/gm, '')
    .replaceAll(/\|(?=\n *:{3,}\n)/g, '|\n');
  return {heading: heading && textOf(heading), opening, body};
}

/** The fewest characters that say something about a page. */
export const MIN_OPENING = 40;

type ReportLossAt = (node: Pick<Nodes, 'position'>, found: string) => void;

/**
 * The element that carries a node of Markdown through the parser of HTML: whatever is open in it ends with it, and no end
 * of an element in it ends one outside.
 */
const CARRIER = 'marquee';

/** The nodes that have text and no blocks. */
const TEXTS = 'paragraph heading tableCell emphasis strong delete link linkReference'.split(' ');

const BLOCKS = 'heading list table blockquote code thematicBreak containerDirective'.split(' ');

/** Turns HTML into Markdown. Everything else goes through the parser of HTML, which is slow, and stays as it is. */
function carryHtml(source: string, reportLoss: ReportLossAt): Root {
  const tree = parseMarkdown(source);
  let hasHtml = false;
  visit(tree, 'html', () => {
    hasHtml = true;
  });
  if (!hasHtml) return structuredClone(tree);
  const nodes: Nodes[] = [];
  function toElement(node: Nodes, isText = false): ElementContent {
    // A block of HTML is apart from the next one.
    if (node.type === 'html') return {...node, type: 'raw', value: node.value + (isText ? '' : '\n')} as never;
    const properties = {id: String(nodes.push(node) - 1)};
    const inner = 'children' in node ? node.children : [];
    const children = inner.map((child) => toElement(child, TEXTS.includes(node.type)));
    return {type: 'element', tagName: CARRIER, properties, children};
  }
  const carry: Handle = (state, element) => {
    const node = nodes[Number(element.properties.id)];
    if (node === undefined || !('children' in node)) return node;
    const children = state.all(element);
    return {
      ...node,
      children: TEXTS.includes(node.type) ? children.flatMap(toPhrasing) : state.toFlow(children),
    } as Nodes;
  };
  const elements = tree.children.map((node) => toElement(node));
  const hast = raw({type: 'root', children: elements}, {file: new VFile(source)}) as HastRoot;
  visit(hast as never, 'element', (element: Element) => {
    const {tagName} = element;
    const handler = (defaultHandlers as Readonly<Record<string, unknown>>)[tagName];
    const isIgnored = handler === defaultHandlers.script && !(tagName in HANDLERS);
    if (handler !== undefined && !isIgnored) return;
    reportLoss(element, `<${tagName}>`);
    if (UNSEEN.includes(tagName)) return;
    // No element: authors write `<name>` for what readers replace.
    const shown = {type: 'text' as const, value: `${isIgnored ? 'Write here: what readers saw in ' : ''}<${tagName}>`};
    element.tagName = 'span';
    element.children = isIgnored ? [shown] : [shown, ...element.children];
  });
  const handlers = {...HANDLERS, [CARRIER]: carry};
  return toMdast(hast, {document: true, handlers, nodeHandlers: {comment: () => undefined}}) as Root;
}

/** What readers do not see. */
const UNSEEN = ['script', 'style', 'link', 'meta', 'template', 'source', 'track'];

function toPhrasing(node: Nodes): PhrasingContent[] {
  if (node.type === 'paragraph') return node.children;
  return BLOCKS.includes(node.type) ? [{type: 'text', value: textOf(node)}] : [node as PhrasingContent];
}

/** Keeps a tag that pages may have. */
const keepTag: Handle = (state, element) => [
  {type: 'html', value: `<${element.tagName}>`},
  ...(state.all(element) as PhrasingContent[]),
  {type: 'html', value: `</${element.tagName}>`},
];

/** A film of another site is a link to it. */
const linkFilm: Handle = (state, element) => {
  const link = {type: 'link' as const, url: String(element.properties.src ?? ''), children: []};
  state.patch(element, link);
  return link;
};

const HANDLERS: Record<string, Handle> = {
  ...Object.fromEntries(['kbd', 'sub', 'sup', 'cite'].map((name) => [name, keepTag])),
  ...Object.fromEntries(['iframe', 'embed', 'video', 'audio'].map((name) => [name, linkFilm])),
  // Without a text or an address, it is only an anchor.
  a: (state, element) =>
    element.properties.href && element.children.length > 0 ? defaultHandlers.a(state, element) : state.all(element),
  br: () => ({type: 'html', value: '<br>'}),
  p: (state, element) => state.toFlow(state.all(element)),
  details(state, {children}) {
    const isSummary = (child: ElementContent) => child.type === 'element' && child.tagName === 'summary';
    const [summary] = children.filter(isSummary) as Element[];
    const label = summary ? state.all(summary).flatMap(toPhrasing) : [];
    const body = state.toFlow(state.all({type: 'root', children: children.filter((child) => !isSummary(child))}));
    const title = {type: 'paragraph', data: {directiveLabel: true}, children: label};
    return {type: 'containerDirective', name: 'details', children: [title, ...body]} as Nodes;
  },
};
