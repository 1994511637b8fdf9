import type {RootContent} from 'mdast';
import {markdownParser} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

/** The directive that shows a chart. */
export const CHART_DIRECTIVE = 'chart';

/** A line `::chart{id="visits"}`. */
type LeafDirective = Extract<RootContent, {type: 'leafDirective'}>;

/** The calls for charts in a Markdown file, in order; places count in that file. */
export function chartDirectivesIn(text: string): LeafDirective[] {
  if (!text.includes(`::${CHART_DIRECTIVE}`)) return [];
  const found: LeafDirective[] = [];
  visit(markdownParser.parse(onlyCalls(text)), 'leafDirective', (node) => {
    if (node.name === CHART_DIRECTIVE) found.push(node);
  });
  return found;
}

/** Lines that call for a chart, or that tell whether one stands in code or in a comment. */
const TELLING_LINE_RE = new RegExp(`^[ >*+-]*(?:::${CHART_DIRECTIVE}|\`\`\`|~~~)|<!--|-->`);

/** A page with all other lines empty: reading the whole of it takes long. Lines and columns stay; offsets do not. */
function onlyCalls(text: string): string {
  return text
    .split('\n')
    .map((line) => (TELLING_LINE_RE.test(line) ? line : ''))
    .join('\n');
}
