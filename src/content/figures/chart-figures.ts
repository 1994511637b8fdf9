import {chartDirectivesIn} from '../charts/chart-directives.ts';
import {chartFile} from '../charts/chart-file.ts';
import {formatValue} from '../charts/format-value.ts';
import type {SourceDocument} from '../source-document.ts';
import type {ChartEntry} from '../toolkit.ts';
import type {Figure} from './figure.ts';

/** The figures that the charts of a page draw, chart by chart; each leads to its chart. */
export function chartFigures(page: SourceDocument, charts: readonly ChartEntry[]): Figure[] {
  return chartDirectivesIn(page).flatMap(({attributes}) => {
    const file = chartFile(String(attributes?.id), page.path);
    return charts.filter(({document}) => document.path === file).flatMap(pointsOf);
  });
}

function pointsOf({id, data: {title, finding, area, unit, series, sources}}: ChartEntry): Figure[] {
  const hasSign = unit.before !== undefined || unit.after !== undefined;
  return series.flatMap(({label, points}) => {
    const counted = series.length > 1 ? label : hasSign ? undefined : unit.name;
    return points.map(({period, value, source}) => ({
      figure: formatValue(value, unit),
      what: counted === undefined ? title : `${title}: ${counted}`,
      words: finding,
      anchor: `chart-${id}`,
      year: period,
      area,
      source: {title: sources.find(({url}) => url === source)?.title ?? source, url: source},
    }));
  });
}
