import {yearOf} from '../../content/charts/bar-rows.ts';
import {chartFile, chartOf} from '../../content/charts/chart-file.ts';
import {chartDirectivesIn} from '../../content/markdown/figures/chart-directives.ts';
import {editionPageOf} from '../../content/pages/page-id.ts';
import type {Fault, Finding} from '../../content/problem.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import type {KeyPath, SourceDocument} from '../../content/source-document.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import {chartExample, GAUGE, seriesExample} from '../examples/chart-example.ts';
import {pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const MINUTES = {title: 'Minutes', publisher: 'Lower Ford parish', url: 'https://lowerford.example/minutes'};
const SHOWN = '::chart{id="river-levels"}';

const showing = (line: string) => ({'docs/floods.md': pageExample('Floods', '', `${line}\n`)});

const levels = (more: Partial<Chart> = {}, line = SHOWN) => ({
  'docs/reference/data/river-levels.json': chartExample(more),
  ...showing(line),
});

const bridge = (values: Readonly<Record<string, number>>) => ({series: [seriesExample('Gauge at the bridge', values)]});

const FROZEN = {'versioned_docs/version-2025-10/floods.md': pageExample('Floods', '', SHOWN)};

export const noBrokenChart: Rule = {
  id: 'no-broken-chart',
  group: 'model',
  summary:
    'Every figure in a chart has a source, and a line chart shows years counted by one method. A page shows a chart by its id only.',
  why: 'Readers take a line for a trend. With too few years, or years in the wrong order, it claims something no source says. A wrong id would leave a gap in the page.',
  good: [
    levels(),
    levels({}, `Write \`::chart{id="..."}\` on a line of its own.\n\n${SHOWN}`),
    levels(bridge({'2005/06': 3, '2015/16': 2, '2017/18': 2})),
    levels({kind: 'bar', ...bridge({'About 1990': 2, '2021': 3})}),
    levels({
      series: [seriesExample('Old gauge', {2001: 2, 2002: 3, 2003: 2}), seriesExample('New gauge', {2021: 2, 2022: 3})],
    }),
    {'versioned_docs/version-2025-10/reference/data/river-levels.json': chartExample(), ...FROZEN},
  ],
  bad: [
    levels({}, '::chart{id="river-level"}'),
    showing(SHOWN),
    levels({}, '::chart{name="river-levels"}\n\n::chart'),
    levels({}, `${SHOWN}\n\n${SHOWN}`),
    levels({}, '::chart[The levels]{id="river-levels" width="200"}'),
    {...levels(), ...FROZEN},
    {'docs/reference/data/River levels.json': chartExample()},
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: `${GAUGE}/2023`}]}),
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: GAUGE}, MINUTES]}),
    levels(bridge({2021: 2, 2022: 3})),
    levels(bridge({'2014/16': 2, '2015/16': 3, '2016/17': 2})),
    levels(bridge({'2016/17': 2, '2015/16': 3, '2014/15': 2})),
    levels({kind: 'bar', ...bridge({2021: 2})}),
    levels({series: ['Bridge', 'Mill', 'Weir'].map((label) => seriesExample(label, {2021: 2, 2022: 3, 2023: 2}))}),
  ],
  check: (toolkit) => [...checkData(toolkit), ...checkDirectives(toolkit)],
};

function checkData({charts}: Toolkit): Finding[] {
  return charts
    .filter(({edition}) => edition === undefined)
    .flatMap(({id, data, document}) =>
      [...checkName(id), ...checkSources(data), ...checkShape(data)].map(({at, ...finding}) => ({
        path: document.path,
        ...(at && {place: document.placeOf(at)}),
        ...finding,
      })),
    );
}

/** The id becomes part of addresses on the page. */
function checkName(id: string): DataFinding[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  return [
    {
      problem: `chart is named \`${id}\`, expected lower-case words joined by hyphens, such as \`river-levels\``,
      fix: 'Rename the file, and change the id on the pages that show it.',
    },
  ];
}

/** More lines than this are hard to distinguish on a small screen or on paper. */
const MAX_LINES = 2;

/** With two points, a line would suggest a trend that is not there. */
const MIN_ON_A_LINE = 3;

type DataFinding = Fault & {at?: KeyPath};

function checkSources({series, sources}: Chart): DataFinding[] {
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
function checkShape({kind, series}: Chart): DataFinding[] {
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
  if (series.length > MAX_LINES) {
    findings.push({
      at: ['series'],
      problem: `chart has ${series.length} lines, expected at most ${MAX_LINES}`,
      fix: 'Make a separate chart of each. More lines are hard to distinguish on a small screen.',
    });
  }
  if (series.every(({points}) => points.length < MIN_ON_A_LINE)) {
    findings.push({
      at: ['kind'],
      problem: `no series has ${MIN_ON_A_LINE} figures, expected at least that many for a line`,
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

function checkDirectives({documents}: Toolkit): Finding[] {
  const charts = documents.flatMap(({document}) => chartOf(document.path) ?? []);
  const idsByEdition = Map.groupBy(charts, ({edition}) => edition);
  return documents
    .filter(({document}) => document.path.endsWith('.md'))
    .flatMap(({document}) => {
      const edition = editionPageOf(document.path).edition || undefined;
      return checkPageCharts(document, idsByEdition.get(edition)?.map(({id}) => id) ?? []);
    });
}

/** Checks the charts that a page shows against the ids that it may use. */
function checkPageCharts(document: SourceDocument, ids: readonly string[]): Finding[] {
  const {path} = document;
  const seen = new Set<string>();
  return chartDirectivesIn(document).flatMap(({attributes, children, place, end}) => {
    const {id, ...more} = attributes ?? {};
    const at = {path, place, end};
    const isBare = children.length === 0 && Object.keys(more).length === 0;
    if (!id || !isBare) return [{...at, ...malformed(id ?? Object.values(more)[0] ?? 'visits')}];
    if (seen.has(id)) return [{...at, ...repeated(id)}];
    seen.add(id);
    return ids.includes(id) ? [] : [{...at, ...unknown(id, ids, chartFile(id, path))}];
  });
}

function malformed(id: string): Fault {
  const form = `::chart{id="${id}"}`;
  return {
    problem: `chart has text or attributes besides its id, expected only the id, as in \`${form}\``,
    fix: `Write \`${form}\`. The text of a chart belongs in its data file.`,
  };
}

function repeated(id: string): Fault {
  return {
    problem: `chart \`${id}\` appears on the page twice, expected it once`,
    fix: 'Remove the line, and refer to the chart in the text.',
  };
}

function unknown(id: string, ids: readonly string[], file: string): Fault {
  const near = nearest(id, ids);
  return {
    problem: `chart \`${id}\` does not exist, expected ${ids.length > 0 ? listWords(ids) : `a data file \`${file}\``}`,
    fix: near ? `Write \`${near}\`, the nearest match.` : `Add \`${file}\`, or remove the line.`,
  };
}
