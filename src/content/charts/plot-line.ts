import type {Chart} from '../schemas/chart-schema.ts';
import {yearOf} from './year-of.ts';

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
