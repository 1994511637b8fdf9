import {listWords, nearest} from '../../../format/nearest.ts';
import {chartDirectivesIn} from '../../../markdown/chart-directives.ts';
import {chartFile, chartOf} from '../../../model/charts/chart-file.ts';
import {editionPageOf} from '../../../model/pages/page-id.ts';
import type {Finding} from '../../../model/problem.ts';
import type {Chart} from '../../../model/schemas/chart-schema.ts';
import type {SourceDocument} from '../../../model/source-document.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import type {DataFinding} from '../../check-chart.ts';
import {judgeShape, judgeSources} from '../../check-chart.ts';
import {chartExample, GAUGE, seriesExample} from '../../examples/chart-example.ts';
import {pageExample} from '../../examples/example-files.ts';
import type {Rule} from '../../rule.ts';

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
    'A chart gives a source for each figure and draws as a line only years of one method. A page shows it by its id alone.',
  why: 'A line is read as a course of time: with too few years, or in the wrong order, it says what no source does. A mistyped id would leave a gap in the page.',
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
    levels({}, 'Words.'),
    {'docs/reference/data/River levels.json': chartExample()},
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: `${GAUGE}/2023`}]}),
    levels({sources: [{title: 'Levels', publisher: 'Example River Trust', url: GAUGE}, MINUTES]}),
    levels(bridge({2021: 2, 2022: 3})),
    levels(bridge({'2014/16': 2, '2015/16': 3, '2016/17': 2})),
    levels(bridge({'2016/17': 2, '2015/16': 3, '2014/15': 2})),
    levels({kind: 'bar', ...bridge({2021: 2})}),
    levels({series: ['Bridge', 'Mill', 'Weir'].map((label) => seriesExample(label, {2021: 2, 2022: 3, 2023: 2}))}),
  ],
  check: (toolkit) => [...judgeData(toolkit), ...judgeCalls(toolkit), ...unshownCharts(toolkit)],
};

function judgeData({charts}: Toolkit): Finding[] {
  return charts
    .filter(({edition}) => edition === undefined)
    .flatMap(({id, data, document}) =>
      [...judgeName(id), ...judgeSources(data), ...judgeShape(data)].map(({at, ...finding}) => ({
        path: document.path,
        ...(at && {place: document.placeOf(at)}),
        ...finding,
      })),
    );
}

/** The id is part of addresses in the page. */
function judgeName(id: string): DataFinding[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  return [
    {
      problem: `chart is called \`${id}\`, expected lower-case words joined by hyphens, \`river-levels\``,
      fix: 'Rename the file, and the id where pages show it.',
    },
  ];
}

/** Charts on no page; where some page was not read, it may show any of them. */
function unshownCharts({charts, documents}: Toolkit): Finding[] {
  if (documents.some(({isUnread}) => isUnread)) return [];
  const shown = new Set(
    documents
      .filter(({document}) => document.path.endsWith('.md'))
      .flatMap(({document}) =>
        chartDirectivesIn(document).map(({attributes}) => chartFile(attributes?.id ?? '', document.path)),
      ),
  );
  return charts
    .filter(({edition, document}) => edition === undefined && !shown.has(document.path))
    .map(({id, document: {path}}) => ({
      path,
      severity: 'warning',
      problem: `no page shows the chart, expected \`::chart{id="${id}"}\` on one`,
      fix: 'Write that on a line of its own where the chart belongs, or remove the file.',
    }));
}

function judgeCalls({documents}: Toolkit): Finding[] {
  const charts = documents.flatMap(({document}) => chartOf(document.path) ?? []);
  const idsByEdition = Map.groupBy(charts, ({edition}) => edition);
  return documents
    .filter(({document}) => document.path.endsWith('.md'))
    .flatMap(({document}) => {
      const edition = editionPageOf(document.path).edition || undefined;
      return judgePage(document, idsByEdition.get(edition)?.map(({id}) => id) ?? []);
    });
}

/** Checks the charts that a page shows; `ids` are those that it may show. */
function judgePage(document: SourceDocument, ids: readonly string[]): Finding[] {
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

function malformed(id: string): Pick<Finding, 'problem' | 'fix'> {
  const form = `::chart{id="${id}"}`;
  return {
    problem: `line shows a chart in another form, expected its id alone, as in \`${form}\``,
    fix: `Write \`${form}\`; the text of a chart is in its data file.`,
  };
}

function repeated(id: string): Pick<Finding, 'problem' | 'fix'> {
  return {
    problem: `chart \`${id}\` is on the page already, expected it once`,
    fix: 'Remove the line, and refer to the chart in the text.',
  };
}

function unknown(id: string, ids: readonly string[], file: string): Pick<Finding, 'problem' | 'fix'> {
  const near = nearest(id, ids);
  return {
    problem: `there is no chart \`${id}\`, expected ${ids.length > 0 ? listWords(ids) : `a data file \`${file}\``}`,
    fix: near ? `Write \`${near}\`, the nearest of these.` : `Add \`${file}\`, or remove the line.`,
  };
}
