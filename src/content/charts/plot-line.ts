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

/** The years to name below a line: those with a figure where there is room for their labels, else every fifth. */
export function labelledYears(years: readonly number[], x: (year: number) => number, width: number): number[] {
  const own = [...new Set(years)].sort((a, b) => a - b);
  const isRoomy = own.every((year, index) => index === 0 || x(year) - x(own[index - 1] ?? year) >= width);
  if (isRoomy) return own;
  const [first = 0, last = 0] = [own[0], own.at(-1)];
  return Array.from({length: last - first + 1}, (_, step) => first + step).filter((year) => (year - first) % 5 === 0);
}

/** Where a point's label stands clear of its neighbour's: below the point where a near neighbour is higher. */
export function isLabelBelow(points: readonly {x: number; y: number}[], index: number, width: number): boolean {
  const point = points[index];
  return [points[index - 1], points[index + 1]].some(
    (other) => point && other && Math.abs(other.x - point.x) < width && other.y < point.y,
  );
}
