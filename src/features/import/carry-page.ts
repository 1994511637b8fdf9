import type {Element, Root as HastRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultHandlers, type Handle, toMdast} from 'hast-util-to-mdast';
import type {Heading, Nodes, Parent, PhrasingContent, Root, RootContent} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {toString as textOf} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import allowedHtml from '../../content/markdown/allowed-html.json' with {type: 'json'};
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {LossName, ReportLoss} from './losses.ts';
import {isPicture} from './new-links.ts';
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
  /** The address to write for one in the text; `undefined` keeps it. */
  newUrl(url: string, line: number | undefined, isLink: boolean): string | undefined;
}

/**
 * Carries the text of a page over, through one tree.
 *
 * @returns also its first heading of the first level, which is not in the text, and its first paragraph, as plain text
 * @throws {RangeError} if the text nests too deeply.
 */
export function carryPage(lines: readonly Line[], {isMdx, reportLoss, newUrl}: Carrying) {
  const plain = plainLines(lines, isMdx, reportLoss);
  const source = plain.map(({text}) => text).join('\n');
  const tree = parseMarkdown(source);
  const lineOf = ({position}: Nodes) => plain[(position?.start.line ?? 1) - 1]?.line;
  const reportLossAt: ReportLossAt = (node, name, found) => reportLoss(name, found, lineOf(node));
  // A picture that is opened is another file than one that is shown: each reference gets its own address.
  const pictures = new Map<string, string>();
  visit(tree, 'definition', ({identifier, url}) => {
    if (isPicture(url)) pictures.set(identifier, url);
  });
  carryHtml(tree, reportLossAt);
  const first = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const [heading] = first >= 0 ? (tree.children.splice(first, 1) as Heading[]) : [];
  const paragraph = tree.children.find(({type}) => type === 'paragraph');
  const hasSecond = tree.children.some((node) => node.type === 'heading' && node.depth === 1);
  visit(tree, (node: Nodes) => {
    // The title of a page is its only heading of the first level.
    if (node.type === 'heading' && hasSecond) node.depth = Math.min(6, node.depth + 1) as Heading['depth'];
    if (node.type === 'code' && DRAWN.includes(node.lang ?? '')) {
      reportLossAt(node, 'component', node.lang ?? '');
      node.value = `Write here: what readers saw in this diagram\n\n${node.value}`;
      node.lang = 'text';
    }
    if (node.type === 'code' && !node.lang) node.lang = 'text';
    const line = lineOf(node);
    // A colon in prose, as in `5:30`: other generators have no blocks inside a line.
    if (node.type === 'textDirective') {
      const value = source.slice(node.position?.start.offset, node.position?.end.offset);
      Reflect.deleteProperty(Object.assign(node, {type: 'text', value}), 'children');
    }
    const url = 'identifier' in node ? pictures.get(node.identifier) : undefined;
    if (url !== undefined) Object.assign(node, {type: node.type.replace('Reference', ''), url});
    if ('url' in node) node.url = newUrl(node.url, line, node.type === 'link') ?? node.url;
    if (node.type === 'text' && TAG_LEFT_RE.test(node.value)) reportLossAt(node, 'html', node.value);
    // A film in HTML has become a link without a text.
    if (node.type === 'link' && node.children.length === 0) {
      reportLossAt(node, 'component', node.url);
      node.children = [{type: 'text', value: `Write here: what readers saw in ${node.url}`}];
    }
    if (node.type === 'html') {
      node.value = node.value.replace(SOURCE_RE, (all, source: string) =>
        all.replace(source, newUrl(source, line, false) ?? source),
      );
    }
    // Spaces that do not break, at the end of a block.
    const last = 'children' in node && node.type !== 'root' ? node.children.at(-1) : undefined;
    if (last?.type === 'text') last.value = last.value.trimEnd();
  });
  const body = writer.stringify(tree).replace(/[ \u00A0]+$/gm, '');
  return {heading: heading && textOf(heading), opening: paragraph ? textOf(paragraph) : '', body};
}

/** The languages of code that other generators draw. */
const DRAWN = ['mermaid', 'plantuml'];

/** The address of a picture in HTML. */
const SOURCE_RE = /\bsrc\s*=\s*["']([^"']+)/gi;

/** What was meant as a tag, and is not HTML. */
const TAG_LEFT_RE = /<[a-z][\w-]*\s[^>]*=/i;

type ReportLossAt = (node: Nodes, name: LossName, found: string) => void;

const TAG_RE = /<\/?([a-z][\w-]*)/gi;

const COMMENT_RE = /<!--[\s\S]*?(?:-->|$)/g;

/** Turns HTML that pages cannot have into Markdown, and leaves the rest as it is. */
function carryHtml(parent: Parent, reportLoss: ReportLossAt): void {
  parent.children = parent.children.flatMap((node): RootContent[] => {
    if (node.type === 'html') return isAllowed(node.value) ? [node] : htmlToMarkdown(node, reportLoss);
    if (node.type === 'definition' && isPicture(node.url)) return [];
    if (!('children' in node)) return [node];
    const isText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if (isText && node.children.some((child) => child.type === 'html' && !isAllowed(child.value))) {
      node.children = phrasing(node, reportLoss);
    } else carryHtml(node, reportLoss);
    return [node];
  });
}

function isAllowed(html: string): boolean {
  return !html.includes('<!--') && [...html.matchAll(TAG_RE)].every(([, name = '']) => name in allowedHtml);
}

/** The text of a block with HTML in it. Footnotes and boxes have no HTML that could be read back. */
function phrasing(
  node: Extract<Nodes, {type: 'paragraph' | 'heading' | 'tableCell'}>,
  reportLoss: ReportLossAt,
): PhrasingContent[] {
  const isMixed = node.children.some(({type}) => type === 'footnoteReference' || type === 'textDirective');
  const html = node.children.filter((child) => child.type === 'html');
  reportLossesIn(html.map(({value}) => value).join(''), node, reportLoss);
  if (isMixed) return node.children.filter((child) => child.type !== 'html' || isAllowed(child.value));
  const hast = toHast({type: 'paragraph', children: node.children}, {allowDangerousHtml: true});
  const blocks = fromHast({type: 'root', children: [hast as Element]}, node);
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? block.children
      : block.type === 'html'
        ? [block]
        : [{type: 'text', value: textOf(block)}],
  );
}

function htmlToMarkdown(node: Extract<Nodes, {type: 'html'}>, reportLoss: ReportLossAt): RootContent[] {
  reportLossesIn(node.value, node, reportLoss);
  return fromHast({type: 'root', children: [{type: 'raw', value: node.value}]} as HastRoot, node, true);
}

/** Keeps the tags that pages may have. */
const keepTag: Handle = (state, {tagName, children}) => [
  {type: 'html', value: `<${tagName}>`},
  ...(state.all({type: 'root', children} as never) as PhrasingContent[]),
  {type: 'html', value: `</${tagName}>`},
];

/** A film of another site is a link to it. */
const linkFilm: Handle = (_state, {properties}) => ({type: 'link', url: String(properties?.src ?? ''), children: []});

const KEPT = {
  ...Object.fromEntries(['kbd', 'sub', 'sup', 'cite', 'abbr'].map((name) => [name, keepTag])),
  ...{iframe: linkFilm, embed: linkFilm, video: linkFilm, audio: linkFilm},
};

/** Whether Markdown has the meaning of an element. */
function isCarried(name: string): boolean {
  const handler = (defaultHandlers as Readonly<Record<string, unknown>>)[name];
  return name in KEPT || (handler !== undefined && handler !== defaultHandlers.script);
}

/** Markdown of HTML; everything in it has the place of the whole. Text in a `document` is in paragraphs. */
function fromHast(hast: HastRoot, {position}: Nodes, document = false): RootContent[] {
  const options = {document, handlers: KEPT, nodeHandlers: {comment: () => undefined}};
  const tree = toMdast(raw(hast) as HastRoot, options) as Root;
  visit(tree, (node: Nodes) => {
    node.position = position;
  });
  return tree.children;
}

/** Reports the comments and the elements whose meaning is lost. */
function reportLossesIn(html: string, node: Nodes, reportLoss: ReportLossAt): void {
  for (const [found] of html.matchAll(COMMENT_RE)) reportLoss(node, 'comment', found);
  for (const [found, name = '', attributes = ''] of html.replace(COMMENT_RE, '').matchAll(/<([a-z][\w-]*)([^>]*)/gi)) {
    const isLost = !isCarried(name) || /\b(?:class|style)\s*=/i.test(attributes);
    if (isLost && !(name in allowedHtml)) reportLoss(node, 'html', `${found}>`);
  }
}
