import type {Root, RootContent} from 'mdast';
import type {Processor} from 'unified';

/** The first line of a box as GitHub has it. */
const ALERT_RE = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Reads a quotation that begins `[!NOTE]` as the box `:::note`. As on GitHub, one inside a list or quotation is none. */
export function readAlerts(this: Processor): void {
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
