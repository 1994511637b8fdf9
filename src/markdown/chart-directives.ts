import type {RootContent} from 'mdast';
import {chartFile} from '../model/charts/chart-file.ts';
import {oncePer} from '../model/memo.ts';
import type {Place} from '../model/problem.ts';
import type {Chart} from '../model/schemas/chart-schema.ts';
import type {SourceDocument} from '../model/source-document.ts';
import {markdownParser} from './parse-markdown.ts';
import {visit} from './visit.ts';

/** The directive that shows a chart. */
export const CHART_DIRECTIVE = 'chart';

/** A line `::chart{id="visits"}`. */
interface ChartDirective extends Pick<Extract<RootContent, {type: 'leafDirective'}>, 'attributes' | 'children'> {
  place: Place | undefined;
  end: Place | undefined;
}

/** The calls for charts in a Markdown file, in order; places count in that file. */
export const chartDirectivesIn = oncePer(({text}: Pick<SourceDocument, 'text'>): ChartDirective[] => {
  if (!text.includes(`::${CHART_DIRECTIVE}`)) return [];
  const telling = tellingLines(text);
  const placeOf = (point: Place | undefined): Place | undefined =>
    point && {line: telling[point.line - 1]?.line ?? 0, column: point.column};
  const found: ChartDirective[] = [];
  visit(markdownParser.parse(telling.map(({words}) => words).join('\n')), 'leafDirective', (node) => {
    const {name, attributes, children, position} = node;
    if (name !== CHART_DIRECTIVE) return;
    found.push({attributes, children, place: placeOf(position?.start), end: placeOf(position?.end)});
  });
  return found;
});

/** Lines that call for a chart, or that tell whether one stands in code or in a comment. */
const TELLING_LINE_RE = new RegExp(`^[ >*+-]*(?:::${CHART_DIRECTIVE}|\`\`\`|~~~)|<!--|-->`);

/** The telling lines of a page, an empty one in the place of all between two of them: reading a whole page takes long. */
function tellingLines(text: string): {line: number; words: string}[] {
  const telling: {line: number; words: string}[] = [];
  for (const [index, words] of text.split('\n').entries()) {
    if (!TELLING_LINE_RE.test(words)) continue;
    if (telling.at(-1)?.line !== index) telling.push({line: index, words: ''});
    telling.push({line: index + 1, words});
  }
  return telling;
}

/** The data of a chart, by the path of its file; `undefined` where nothing is known of it. */
type ChartData = (file: string) => unknown;

/** A page as its readers read it: with the words and figures of its charts below its own, each as a table. */
export function withCharts(document: SourceDocument, dataOf: ChartData): SourceDocument {
  const tables = chartDirectivesIn(document).flatMap(({attributes}) => {
    const data = dataOf(chartFile(String(attributes?.id), document.path));
    return isChart(data) ? [chartWords(data)] : [];
  });
  return tables.length === 0 ? document : {...document, body: [document.body, ...tables].join('\n\n')};
}

/** Data on record was judged when it was published, by the schema of that day. */
function isChart(data: unknown): data is Chart {
  return typeof data === 'object' && data !== null && 'series' in data && Array.isArray(data.series);
}

function chartWords({title, area, unit, finding, note, series}: Chart): string {
  const {before = '', after = '', name} = unit;
  const rows = series.flatMap(({label, points}) =>
    points.map(({period, value, source}) => `| ${label}, ${period} | ${before}${value}${after} | <${source}> |`),
  );
  return [
    `## ${title}`,
    `${finding} ${area}. ${note}`,
    [`| | ${name} | Source |`, '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}
