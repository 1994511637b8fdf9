import type {RootContent} from 'mdast';
import {markdownParser} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

/** The directive that shows a chart. */
export const CHART_DIRECTIVE = 'chart';

/** A line `::chart{id="visits"}`. */
type LeafDirective = Extract<RootContent, {type: 'leafDirective'}>;

/** The calls for charts in a Markdown file, in order; places count in that file. */
export function chartDirectivesIn(text: string): LeafDirective[] {
  // Few pages show a chart, and reading a page takes long.
  if (!text.includes(`::${CHART_DIRECTIVE}`)) return [];
  const found: LeafDirective[] = [];
  visit(markdownParser.parse(text), 'leafDirective', (node) => {
    if (node.name === CHART_DIRECTIVE) found.push(node);
  });
  return found;
}
