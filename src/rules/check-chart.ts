import {yearOf} from '../content/charts/bar-rows.ts';
import type {Fault} from '../content/problem.ts';
import type {Chart} from '../content/schemas/chart-schema.ts';
import type {KeyPath} from '../content/source-document.ts';
import {listWords, nearest} from '../format/nearest.ts';

/** More lines than this are hard to distinguish on a small screen or on paper. */
const MOST_LINES = 2;

/** With two points, a line would suggest a trend that is not there. */
const FEWEST_ON_A_LINE = 3;

export type DataFinding = Fault & {at?: KeyPath};

/** Checks that every figure has a source, and every source a figure. */
export function checkSources({series, sources}: Chart): DataFinding[] {
  const urls = sources.map(({url}) => url);
  const used = new Set<string>();
  const unknown = series.flatMap(({points}, seriesIndex) =>
    points.flatMap(({source}, pointIndex): DataFinding[] | DataFinding => {
      used.add(source);
      if (urls.includes(source)) return [];
      const near = nearest(source, urls);
      return {
        at: ['series', seriesIndex, 'points', pointIndex, 'source'],
        problem: `\`${source}\` is not a source of the chart, expected ${listWords(urls)}`,
        fix: near ? `Write \`${near}\`, or add the source.` : 'Add it to `sources`, with its title and publisher.',
      };
    }),
  );
  const idle = urls.flatMap((url, index): DataFinding[] => {
    if (used.has(url)) return [];
    const problem = `no figure in the chart uses the source \`${url}\`, expected at least one`;
    return [{at: ['sources', index], problem, fix: 'Remove the source, or add it to the figures that it gives.'}];
  });
  return [...unknown, ...idle];
}

/** Checks that a bar chart has several figures, and that a line chart has enough years and few lines. */
export function checkShape({kind, series}: Chart): DataFinding[] {
  if (kind === 'bar') {
    if (series.flatMap(({points}) => points).length > 1) return [];
    return [
      {
        at: ['series'],
        problem: 'chart has one figure, expected two or more',
        fix: 'Give the figure in the text instead.',
      },
    ];
  }
  const findings: DataFinding[] = [];
  if (series.length > MOST_LINES) {
    findings.push({
      at: ['series'],
      problem: `chart has ${series.length} lines, expected at most ${MOST_LINES}`,
      fix: 'Make a separate chart of each. More lines are hard to distinguish on a small screen.',
    });
  }
  if (series.every(({points}) => points.length < FEWEST_ON_A_LINE)) {
    findings.push({
      at: ['kind'],
      problem: `no series has ${FEWEST_ON_A_LINE} figures, expected at least that many for a line`,
      fix: 'Write `"kind": "bar"`.',
    });
  }
  return [...findings, ...series.flatMap(({points}, index) => checkYears(points, index))];
}

function checkYears(points: Chart['series'][number]['points'], index: number): DataFinding[] {
  return points.flatMap(({period}, other): DataFinding[] | DataFinding => {
    const at = ['series', index, 'points', other, 'period'];
    const [year, before] = [yearOf(period), yearOf(points[other - 1]?.period ?? '')];
    if (year === undefined) {
      const problem = `\`${period}\` is not a year, expected a year in a line chart, \`2014\` or \`2014/15\``;
      return [{at, problem, fix: 'Write the year, or change it to a bar chart.'}];
    }
    if (before === undefined || before < year) return [];
    return {
      at,
      problem: `\`${period}\` follows a later year, expected the oldest first`,
      fix: 'Sort the points by year.',
    };
  });
}
