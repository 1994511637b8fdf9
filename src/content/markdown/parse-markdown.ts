import type {Node, Root, RootContent} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {visit} from './visit.ts';

/**
 * The most of these characters in one text. The parser compares each end of emphasis or of a bracket with all before
 * it, and each `<` with all the text after it.
 */
const MOST_MARKERS: Readonly<Record<string, number>> = {'*': 500, _: 500, '~': 500, ']': 500, '<': 100};

/** CommonMark with tables, directives and front matter. */
const markdownProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(lookForAddressesFirst)
  .use(noteDestinations)
  .use(limitMarkers)
  .use(remarkDirective)
  .use(readAlerts)
  .use(remarkFrontmatter)
  .freeze();

/** Most pages hold no email address, and looking for one at each word takes a quarter of the parsing time. */
const withoutEmail = markdownProcessor().use(ignoreEmail).freeze();

export const markdownParser = {
  /** @throws {RangeError} if the text nests too deeply, or has too many markers. */
  parse: (text: string): Root => (text.includes('@') ? markdownProcessor : withoutEmail).parse(text),
};

function ignoreEmail(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({text = {}, ...extension}) => {
    const constructs = Object.entries(text).map(([code, parsers]) => {
      return [code, [parsers ?? []].flat().filter(({name}) => name !== 'emailAutolink')] as const;
    });
    return {...extension, text: Object.fromEntries(constructs.filter(([, parsers]) => parsers.length > 0))};
  });
}

/**
 * Makes the parser throw a `RangeError` for a text with too many markers. A construct that never matches counts them:
 * https://github.com/micromark/micromark#extensions
 */
export function limitMarkers(this: Processor): void {
  const counterOf = (most: number) => {
    const counts = new WeakMap<object, number>();
    return {
      name: 'markerCount',
      add: 'before',
      tokenize(this: object, _: unknown, __: unknown, nok: unknown) {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count > most) throw new RangeError(`more than ${most} markers in one text`);
        return nok;
      },
    };
  };
  const data = this.data() as {micromarkExtensions?: unknown[]};
  const text = Object.fromEntries(
    Object.entries(MOST_MARKERS).map(([marker, most]) => [marker.charCodeAt(0), counterOf(most)]),
  );
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text}];
}

/** The context of the parser's handlers: https://github.com/syntax-tree/mdast-util-from-markdown#extension */
interface Compiler {
  stack: readonly Node[];
  buffer(): void;
}

/** Records the place of each destination of a link, picture or definition in its `data`. */
function noteDestinations(this: Processor): void {
  const data = this.data() as {fromMarkdownExtensions?: unknown[]};
  const enter = {resourceDestinationString: note, definitionDestinationString: note};
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {enter}];
}

function note(this: Compiler, {start, end}: {start: {offset: number}; end: {offset: number}}): void {
  const node = this.stack.at(-1);
  if (node) node.data = {...node.data, ...{destination: {start: start.offset, end: end.offset}}};
  // The default behaviour of the parser: it collects the characters of the address.
  this.buffer();
}

/** Text in every address that `mdast-util-gfm-autolink-literal` turns into a link. */
const ADDRESS_RE = /https?:|www\.|@/i;

/**
 * Skips the package for pages without bare addresses. It walks each tree four times, which takes a tenth of the parsing
 * time, and few pages have any.
 */
function lookForAddressesFirst(this: Processor): void {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) {
    extension.transforms = extension.transforms?.map(
      (transform) => (tree: Root) => (holdsAddress(tree) ? transform(tree) : undefined),
    );
  }
}

function holdsAddress(tree: Root): boolean {
  let hasAddress = false;
  visit(tree, 'text', ({value}) => {
    hasAddress ||= ADDRESS_RE.test(value);
  });
  return hasAddress;
}

/** The first line of a box as GitHub has it. */
const ALERT_RE = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Reads a quotation that begins `[!NOTE]` as the box `:::note`. As on GitHub, one inside a list or quotation is none. */
function readAlerts(this: Processor): void {
  const data = this.data() as {fromMarkdownExtensions?: unknown[]};
  const transforms = [(tree: Root): Root => ({...tree, children: tree.children.map(alertToBox)})];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {transforms}];
}

function alertToBox(node: RootContent): RootContent {
  if (node.type !== 'blockquote') return node;
  const [paragraph, ...others] = node.children;
  if (paragraph?.type !== 'paragraph' || paragraph.children[0]?.type !== 'text') return node;
  const [{value, position}, ...words] = paragraph.children;
  const [marker = '', name] = ALERT_RE.exec(value) ?? [];
  if (name === undefined) return node;
  const {line = 0, offset = 0} = position?.start ?? {};
  const start = {line: line + 1, column: 1, offset: offset + marker.length};
  const text = {
    type: 'text' as const,
    value: value.slice(marker.length),
    position: {start, end: position?.end ?? start},
  };
  const children = text.value === '' ? words : [text, ...words];
  const first = children.length > 0 ? [{...paragraph, children}] : [];
  const box = {type: 'containerDirective' as const, name: name.toLowerCase(), attributes: {}};
  return {...box, children: [...first, ...others], ...(node.position && {position: node.position})};
}

/** The tree of the newest page, because a page is often needed twice in a row, and parsing takes most of the time. */
let newest: {text: string; tree: Root} | undefined;

/** Parses a page. Callers must not change the tree. */
export function parseText(text: string): Root {
  const tree = newest?.text === text ? newest.tree : markdownParser.parse(text);
  newest = {text, tree};
  return tree;
}

/** Parses the body of a page. Its nodes have positions in the body or in the whole text. */
export function parseBody({text, body}: {text?: string; body: string}): Root {
  if (text === undefined || newest?.text !== text) return markdownParser.parse(body);
  const [first, ...children] = newest.tree.children;
  const end = first?.type === 'yaml' ? first.position?.end.offset : undefined;
  const isRest = end !== undefined && text.endsWith(body) && text.slice(end, -body.length).trim() === '';
  // A body that begins with `---` alone would be read as front matter.
  return isRest && !body.startsWith('---') ? {type: 'root', children} : markdownParser.parse(body);
}
