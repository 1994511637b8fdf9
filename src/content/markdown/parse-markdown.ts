import type {Root, RootContent} from 'mdast';
import {markdownToMdast} from 'satteri';

/** CommonMark with tables, directives and front matter. */
const FEATURES = {gfm: true, directive: true, frontmatter: true};

/** A directive inside of text. The parser calls itself for each that is open, and would end the process. */
const INNER_RE = /:[^\s:[]+\[/g;
const MAX_INNER = 1000;

/**
 * Callers must not change the tree.
 *
 * @throws {RangeError} if the text has too many directives.
 */
export function parseMarkdown(text: string): Root {
  if ((text.match(INNER_RE)?.length ?? 0) > MAX_INNER) throw new RangeError(`more than ${MAX_INNER} directives`);
  const safe = text.replace(FENCE_RE, (line, before: string, colons: string, rest: string) =>
    BOX_RE.test(rest) ? line : before + STAND_IN.repeat(colons.length) + rest,
  );
  const tree = markdownToMdast(safe, {features: FEATURES}) as Root;
  return readAlerts(safe === text ? tree : JSON.parse(JSON.stringify(tree).replaceAll(STAND_IN, ':')));
}

/** A line that could begin or end a box. */
const FENCE_RE = /^([ \t>*+\-\d.)]*)(:{3,})(.*)$/gm;

/** What follows its colons: nothing, or a name, a title in brackets and attributes. */
const BOX_RE =
  /^(?:[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*(?<![-_])(?:\[(?:\\.|[^[\]\\]|\[(?:\\.|[^[\]\\])*\])*\])?(?:\{[^{}]*\})?)?[ \t]*$/u;

/** Stands for a colon: the parser loses any other words of a line that begins or ends a box. */
const STAND_IN = '\uFE13';

/** The first line of a box as GitHub has it. */
const ALERT_RE = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Reads a quotation that begins `[!NOTE]` as the box `:::note`. As on GitHub, one inside a list or quotation is none. */
export function readAlerts(tree: Root): Root {
  return {...tree, children: tree.children.map(alertToBox)};
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
