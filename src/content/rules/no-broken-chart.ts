import type {DataFinding} from '../charts/judge-chart.ts';
import {judgeShape, judgeSources} from '../charts/judge-chart.ts';
import {chartExample, GAUGE, seriesExample} from '../examples/chart-example.ts';
import type {Rule} from '../rule.ts';
import type {Chart} from '../schemas/chart-schema.ts';

const MINUTES = {title: 'Minutes', publisher: 'Lower Ford parish', url: 'https://lowerford.example/minutes'};

const levels = (more: Partial<Chart> = {}) => ({'docs/reference/data/river-levels.json': chartExample(more)});

const bridge = (values: Readonly<Record<string, number>>) => ({series: [seriesExample('Gauge at the bridge', values)]});

export const noBrokenChart: Rule = {
  id: 'no-broken-chart',
  group: 'model',
  summary: 'A chart gives a source for each figure, and draws as a line only years of one method.',
  why: 'A line is read as a course of time. Drawn through too few years, or in the wrong order, it says what no source does.',
  good: [
    levels(),
    levels(bridge({'2005/06': 3, '2015/16': 2, '2017/18': 2})),
    levels({kind: 'bar', ...bridge({'About 1990': 2, '2021': 3})}),
    levels({
      series: [seriesExample('Old gauge', {2001: 2, 2002: 3, 2003: 2}), seriesExample('New gauge', {2021: 2, 2022: 3})],
    }),
  ],
  bad: [
    {'docs/reference/data/River levels.json': chartExample()},
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: `${GAUGE}/2023`}]}),
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: GAUGE}, MINUTES]}),
    levels(bridge({2021: 2, 2022: 3})),
    levels(bridge({'2014/16': 2, '2015/16': 3, '2016/17': 2})),
    levels(bridge({'2016/17': 2, '2015/16': 3, '2014/15': 2})),
    levels({kind: 'bar', ...bridge({2021: 2})}),
    levels({series: ['Bridge', 'Mill', 'Weir'].map((label) => seriesExample(label, {2021: 2, 2022: 3, 2023: 2}))}),
  ],
  check: ({charts}) =>
    charts
      .filter(({edition}) => edition === undefined)
      .flatMap(({id, data, document}) =>
        [...judgeName(id), ...judgeSources(data), ...judgeShape(data)].map(({at, ...finding}) => ({
          path: document.path,
          ...(at && {place: document.placeOf(at)}),
          ...finding,
        })),
      ),
};

/** The id is a part of addresses in the page. */
function judgeName(id: string): DataFinding[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  return [
    {
      problem: `chart is called \`${id}\`, expected lower-case words joined by hyphens, \`river-levels\``,
      fix: 'Rename the file, also where pages call for it.',
    },
  ];
}
