import type {Text} from '../../language/text.ts';
import type {Chart} from '../schemas/chart-schema.ts';

interface BarRow {
  label: string;
  value: number;
  text: string;
}

interface BarGroup {
  heading: string | undefined;
  rows: BarRow[];
}

/** Whether there are several series of one figure each. Their labels then name the bars, instead of the periods. */
export function isListOf(series: Chart['series']): boolean {
  return series.length > 1 && series.every(({points}) => points.length === 1);
}

export function barGroups({series, unit}: Chart, text: Text): BarGroup[] {
  const row = (label: string, value: number): BarRow => ({label, value, text: formatValue(value, unit, text)});
  if (isListOf(series)) {
    const rows = series.flatMap(({label, points}) => points.map(({value}) => row(label, value)));
    return [{heading: undefined, rows}];
  }
  return series.map(({label, points}) => ({
    heading: series.length > 1 ? label : undefined,
    rows: points.map(({period, value}) => row(period, value)),
  }));
}

/** A figure as readers see it: `£643m`, `48.2%`, `−125`. */
export function formatValue(value: number, {before = '', after = ''}: Chart['unit'], {format}: Text): string {
  return `${before}${format.number(value, {maximumFractionDigits: 10}).replace('-', '−')}${after}`;
}

/** Who published the figures, and when. */
export function sourceLine({sources}: Pick<Chart, 'sources'>, {figures}: Text): string {
  const named = [...Map.groupBy(sources, ({publisher}) => publisher)].map(([publisher, all]) =>
    [publisher, ...new Set(all.flatMap(({year}) => year ?? []))].join(', '),
  );
  return `${figures.headings.source}: ${named.join('; ')}.`;
}

interface YearPoint {
  period: string;
  year: number;
  value: number;
}

/** The points of a series that have a year. A rule ensures that all points of a line do. */
export function plotted({points}: Chart['series'][number]): YearPoint[] {
  return points.flatMap(({period, value}) => {
    const year = yearOf(period);
    return year === undefined ? [] : [{period, year, value}];
  });
}

/** The years to label below a line: the first, the last, and each year between them whose label has space. */
export function labelledYears(years: readonly number[], x: (year: number) => number, width: number): number[] {
  const distinct = [...new Set(years)].sort((a, b) => a - b);
  const [last] = distinct.slice(-1);
  const labelled: number[] = [];
  for (const year of distinct) {
    const isClear = [labelled.at(-1), last].every(
      (other) => other === undefined || other === year || Math.abs(x(year) - x(other)) >= width,
    );
    if (isClear || year === distinct[0]) labelled.push(year);
  }
  return labelled;
}

/** Whether the label of a point goes above or below it: below if a close neighbour is higher. */
export function isLabelBelow(points: readonly {x: number; y: number}[], index: number, width: number): boolean {
  const point = points[index];
  return [points[index - 1], points[index + 1]].some(
    (other) => point && other && Math.abs(other.x - point.x) < width && other.y < point.y,
  );
}

const PERIOD_RE = /^(\d{4})(?:\/(\d{2}))?$/;

/** The year in which a period begins, `2014` for `2014/15`; `undefined` if it is not a year. */
export function yearOf(period: string): number | undefined {
  const [, year, end] = PERIOD_RE.exec(period) ?? [];
  if (year === undefined) return undefined;
  const isNext = end === undefined || (Number(year) + 1) % 100 === Number(end);
  return isNext ? Number(year) : undefined;
}

/** A year in the style of another period: `2020/21` if that is `2014/15`. */
export function periodLike(example: string, year: number): string {
  return example.includes('/') ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year);
}
