import type {Chart} from '../schemas/chart-schema.ts';

/** One bar, with the words before it and the figure behind it. */
interface BarRow {
  label: string;
  value: number;
  text: string;
}

/** The bars of one series, under a heading where there are several series. */
interface BarGroup {
  heading: string | undefined;
  rows: BarRow[];
}

/** Whether each of several series is one figure: their labels then tell the figures apart, and not the periods. */
export function isListOf(series: Chart['series']): boolean {
  return series.length > 1 && series.every(({points}) => points.length === 1);
}

/** The bars of a chart, in order. */
export function barGroups({series, unit}: Chart): BarGroup[] {
  const row = (label: string, value: number): BarRow => ({label, value, text: formatValue(value, unit)});
  if (isListOf(series)) {
    const rows = series.flatMap(({label, points}) => points.map(({value}) => row(label, value)));
    return [{heading: undefined, rows}];
  }
  return series.map(({label, points}) => ({
    heading: series.length > 1 ? label : undefined,
    rows: points.map(({period, value}) => row(period, value)),
  }));
}

/** A figure as readers see it: `£643m`, `48.2%`, `21,780`. */
export function formatValue(value: number, {before = '', after = ''}: Chart['unit']): string {
  return `${before}${value.toLocaleString('en-GB', {maximumFractionDigits: 10})}${after}`;
}
