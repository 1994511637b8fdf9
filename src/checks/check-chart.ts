import {listWords, nearest} from '../format/nearest.ts';
import {yearOf} from '../model/charts/bar-rows.ts';
import type {Finding} from '../model/problem.ts';
import type {Chart} from '../model/schemas/chart-schema.ts';
import type {KeyPath} from '../model/source-document.ts';

/** More lines than this cannot be told apart on a small screen, or on paper. */
const MOST_LINES = 2;

/** Two points are two bars: a line between them would promise a course. */
const FEWEST_ON_A_LINE = 3;

/** A finding in a data file, and the key it is about. */
export type DataFinding = Pick<Finding, 'problem' | 'fix'> & {at?: KeyPath};

/** Each figure has a source, and each source a figure. */
export function judgeSources({series, sources}: Chart): DataFinding[] {
  const urls = sources.map(({url}) => url);
  const used = new Set<string>();
  const unknown = series.flatMap(({points}, one) =>
    points.flatMap(({source}, other): DataFinding[] => {
      used.add(source);
      if (urls.includes(source)) return [];
      const near = nearest(source, urls);
      return [
        {
          at: ['series', one, 'points', other, 'source'],
          problem: `\`${source}\` is not among the sources of the chart, expected ${listWords(urls)}`,
          fix: near ? `Write \`${near}\`, or add the source.` : 'Add it to `sources`, with title and publisher.',
        },
      ];
    }),
  );
  const idle = urls.flatMap((url, index): DataFinding[] => {
    if (used.has(url)) return [];
    const problem = `no figure of the chart names the source \`${url}\`, expected one that does`;
    return [{at: ['sources', index], problem, fix: 'Remove the source, or name it at the figures that it gives.'}];
  });
  return [...unknown, ...idle];
}

/** What is drawn as a line is a course of time, and few enough lines to be told apart. */
export function judgeShape({kind, series}: Chart): DataFinding[] {
  if (kind === 'bar') {
    if (series.flatMap(({points}) => points).length > 1) return [];
    return [
      {at: ['series'], problem: 'chart has one figure, expected two or more', fix: 'Say the figure in words instead.'},
    ];
  }
  const found: DataFinding[] = [];
  if (series.length > MOST_LINES) {
    found.push({
      at: ['series'],
      problem: `chart has ${series.length} lines, expected at most ${MOST_LINES}`,
      fix: 'Make a chart of each; more lines cannot be told apart on a small screen.',
    });
  }
  if (series.every(({points}) => points.length < FEWEST_ON_A_LINE)) {
    found.push({
      at: ['kind'],
      problem: `no series has ${FEWEST_ON_A_LINE} figures, expected that of a line`,
      fix: 'Write `"kind": "bar"`.',
    });
  }
  return [...found, ...series.flatMap(({points}, index) => judgeYears(points, index))];
}

function judgeYears(points: Chart['series'][number]['points'], index: number): DataFinding[] {
  return points.flatMap(({period}, other): DataFinding[] => {
    const at = ['series', index, 'points', other, 'period'];
    const [year, before] = [yearOf(period), yearOf(points[other - 1]?.period ?? '')];
    if (year === undefined) {
      const problem = `\`${period}\` is no year, expected one on a line, \`2014\` or \`2014/15\``;
      return [{at, problem, fix: 'Write the year, or make it a chart of bars.'}];
    }
    if (before === undefined || before < year) return [];
    return [{at, problem: `\`${period}\` follows a later year, expected the oldest first`, fix: 'Sort the points.'}];
  });
}
