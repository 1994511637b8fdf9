import type {Chart} from '../schemas/chart-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import {chartDirectivesIn} from './chart-directives.ts';
import {chartFile} from './chart-file.ts';

/** The data of a chart, by the path of its file; `undefined` where nothing is known of it. */
export type ChartData = (file: string) => unknown;

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
