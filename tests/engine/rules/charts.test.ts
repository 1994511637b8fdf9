import {expect, test} from 'vitest';
import {barGroups, formatValue, isLabelBelow, labelledYears, yearOf} from '../../../src/content/charts/bar-rows.ts';
import {chartFile, chartOf} from '../../../src/content/charts/chart-file.ts';
import {chartDirectivesIn} from '../../../src/content/markdown/figures/chart-directives.ts';
import type {Chart} from '../../../src/content/schemas/chart-schema.ts';
import {ENGLISH} from '../../../src/language/text.ts';
import {chartExample, seriesExample} from '../../../src/rules/examples/chart-example.ts';
import {pageExample} from '../../../src/rules/examples/example-files.ts';
import {toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/reference/data/river-levels.json';
const PAGE = 'docs/floods.md';
const SHOWING = pageExample('Floods', '', '::chart{id="river-levels"}');
const chartWith = (more: Partial<Chart>): Chart => JSON.parse(chartExample(more));

test.each([
  ['2014', 2014],
  ['2014/15', 2014],
  ['1999/00', 1999],
  ['2014-15', undefined],
])('%s begins in %s', (period, year) => {
  expect(yearOf(period)).toBe(year);
});

test('a figure has its signs and no more digits than its source gives', () => {
  expect(formatValue(643, {name: 'million pounds', before: '£', after: 'm'}, ENGLISH)).toBe('£643m');
  expect(formatValue(48.2, {name: 'percent', after: '%'}, ENGLISH)).toBe('48.2%');
  expect(formatValue(21780, {name: 'posts'}, ENGLISH)).toBe('21,780');
});

test('a page of an edition shows what the edition froze', () => {
  const frozen = 'versioned_docs/version-2025-10/reference/data/river-levels.json';
  expect(chartFile('river-levels', 'versioned_docs/version-2025-10/floods.md')).toBe(frozen);
  expect(chartOf(frozen)).toEqual({id: 'river-levels', edition: '2025-10'});
  expect(chartFile('river-levels', 'handbook/about.md')).toBe(FILE);
  expect(chartOf('docs/reference/levels.json')).toBeUndefined();
});

test('the first and the last year with a figure are named, and those between where there is room', () => {
  const x = (year: number) => (year - 2000) * 10;
  expect(labelledYears([2000, 2005, 2010, 2010], x, 50)).toEqual([2000, 2005, 2010]);
  expect(labelledYears([2000, 2001, 2011], x, 50)).toEqual([2000, 2011]);
  expect(labelledYears([2005, 2015, 2017, 2023, 2024], x, 50)).toEqual([2005, 2015, 2024]);
  expect(labelledYears([2000, 2001], x, 50)).toEqual([2000]);
});

test('the lower of two close figures is below its point', () => {
  const points = [
    {x: 0, y: 50},
    {x: 10, y: 20},
    {x: 90, y: 10},
  ];
  expect(points.map((_, index) => isLabelBelow(points, index, 40))).toEqual([true, false, false]);
});

test('series of one figure each are one list of bars; others have a heading each', () => {
  const single = [seriesExample('Bridge', {2021: 2}), seriesExample('Mill', {2021: 3})];
  expect(barGroups(chartWith({kind: 'bar', series: single}), ENGLISH)).toEqual([
    {
      heading: undefined,
      rows: [
        {label: 'Bridge', value: 2, text: '2 m'},
        {label: 'Mill', value: 3, text: '3 m'},
      ],
    },
  ]);
  const paired = [seriesExample('Bridge', {2021: 2, 2022: 3}), seriesExample('Mill', {2021: 3, 2022: 1})];
  const groups = barGroups(chartWith({kind: 'bar', series: paired}), ENGLISH);
  expect(groups.map(({heading}) => heading)).toEqual(['Bridge', 'Mill']);
  expect(groups[1]?.rows.map(({label}) => label)).toEqual(['2021', '2022']);
});

function fingerprintOf(files: Record<string, string>): string | undefined {
  return toolkitWith(files)
    .pages.find(({document}) => document.path === PAGE)
    ?.fingerprint();
}

test('a page says what its chart says: its fingerprint changes with a figure, and not with its format', () => {
  const before = fingerprintOf({[PAGE]: SHOWING, [FILE]: chartExample()});
  const rewritten = JSON.stringify(JSON.parse(chartExample()));
  const corrected = chartExample({series: [seriesExample('Gauge at the bridge', {2021: 2, 2022: 2.6, 2023: 3})]});
  expect(fingerprintOf({[PAGE]: SHOWING, [FILE]: rewritten})).toBe(before);
  expect(fingerprintOf({[PAGE]: SHOWING, [FILE]: corrected})).not.toBe(before);
  expect(fingerprintOf({[PAGE]: SHOWING})).not.toBe(before);
});

test('chart directives are found at their places, outside code and comments', () => {
  const code = '```md\n::chart{id="in-code"}\n```\n<!-- a comment\n::chart{id="in-comment"}\n-->';
  const text = `---\ntitle: Floods\n---\n\n${code}\n\n> Words.\n> ::chart{id="quoted"}\n\nWords, and ::chart{id="in-words"}.`;
  expect(chartDirectivesIn({text})).toMatchObject([
    {attributes: {id: 'quoted'}, place: {line: 13, column: 3}, end: {line: 13, column: 23}},
  ]);
});
