import type {Chart} from '../schemas/chart-schema.ts';

/** A point of a line, and the year in which its period begins. */
interface YearPoint {
  period: string;
  year: number;
  value: number;
}

/** The points of a series that stand at a year: a rule sees to it that all on a line do. */
export function plotted({points}: Chart['series'][number]): YearPoint[] {
  return points.flatMap(({period, value}) => {
    const year = yearOf(period);
    return year === undefined ? [] : [{period, year, value}];
  });
}

/** The years to name below a line: the first and the last with a figure, and of those between each that has room for its label. */
export function labelledYears(years: readonly number[], x: (year: number) => number, width: number): number[] {
  const own = [...new Set(years)].sort((a, b) => a - b);
  const [last] = own.slice(-1);
  const named: number[] = [];
  for (const year of own) {
    const isClear = [named.at(-1), last].every(
      (other) => other === undefined || other === year || Math.abs(x(year) - x(other)) >= width,
    );
    if (isClear || year === own[0]) named.push(year);
  }
  return named;
}

/** Where a point's label stands clear of its neighbour's: below the point where a near neighbour is higher. */
export function isLabelBelow(points: readonly {x: number; y: number}[], index: number, width: number): boolean {
  const point = points[index];
  return [points[index - 1], points[index + 1]].some(
    (other) => point && other && Math.abs(other.x - point.x) < width && other.y < point.y,
  );
}

const PERIOD_RE = /^(\d{4})(?:\/(\d{2}))?$/;

/** The year in which a period begins, `2014` of `2014/15`; `undefined` where it is no year. */
export function yearOf(period: string): number | undefined {
  const [, year, end] = PERIOD_RE.exec(period) ?? [];
  if (year === undefined) return undefined;
  const isNext = end === undefined || (Number(year) + 1) % 100 === Number(end);
  return isNext ? Number(year) : undefined;
}

/** A year written as another period is: `2020/21` where that is `2014/15`. */
export function periodLike(example: string, year: number): string {
  return example.includes('/') ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year);
}
