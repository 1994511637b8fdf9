import type {RootContent} from 'mdast';
import {chartFile} from '../../charts/chart-file.ts';
import {oncePer} from '../../memo.ts';
import type {Place} from '../../problem.ts';
import type {Chart} from '../../schemas/chart-schema.ts';
import type {SourceDocument} from '../../source-document.ts';
import {parseMarkdown} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

export const CHART_DIRECTIVE = 'chart';

/** A line such as `::chart{id="visits"}`. */
interface ChartDirective extends Pick<Extract<RootContent, {type: 'leafDirective'}>, 'attributes' | 'children'> {
  place: Place | undefined;
  end: Place | undefined;
}

export const chartDirectivesIn = oncePer((document: Pick<SourceDocument, 'text'>): ChartDirective[] => {
  if (!document.text.includes(`::${CHART_DIRECTIVE}`)) return [];
  const directives: ChartDirective[] = [];
  visit(parseMarkdown(document.text), 'leafDirective', ({name, attributes, children, position}) => {
    if (name === CHART_DIRECTIVE) directives.push({attributes, children, place: position?.start, end: position?.end});
  });
  return directives;
});

/** The data of a chart by the path of its file; `undefined` if there is none. */
type ChartData = (file: string) => unknown;

export function chartFilesIn(document: SourceDocument): string[] {
  return chartDirectivesIn(document).map(({attributes}) => chartFile(String(attributes?.id), document.path));
}

/** A page as readers see it, with the text and figures of its charts added at the end, each as a table. */
export function withCharts(document: SourceDocument, dataOf: ChartData): SourceDocument {
  const tables = chartFilesIn(document).flatMap((file) => {
    const data = dataOf(file);
    return isChart(data) ? [chartWords(data)] : [];
  });
  return tables.length === 0 ? document : {...document, body: [document.body, ...tables].join('\n\n')};
}

/** Published data is not checked again, because it was valid with the schema of its time. */
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
