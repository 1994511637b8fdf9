import {load} from 'cheerio';
import {expect, test} from 'vitest';
import {themeSchema} from '../../../../src/content/theme.ts';
import {textOf} from '../../../../src/language/text.ts';
import {chartCsv, chartSvg} from '../../../../src/site/figures/chart-files.ts';

const CHART = {
  kind: 'bar' as const,
  title: 'Homes <kept> dry in each of the villages along the river since the pumps were shared',
  finding: 'More homes stay dry each year.',
  area: 'Lower Ford',
  unit: {name: 'homes'},
  note: 'The parish counts them after each flood.',
  series: [{label: 'Homes', points: [{period: '2024', value: 3, source: 'https://lower-ford.example/report'}]}],
  sources: [{title: 'The shed', publisher: 'Lower Ford parish', year: 2024, url: 'https://lower-ford.example/report'}],
};

const TEXT = textOf({language: 'en-GB'});

const DRAWING =
  '<svg viewBox="0 0 360 90" role="img"><title id="t">Homes</title><desc id="d">The table below.</desc><rect fill="var(--accent)" stroke="var(--ink-soft)"/></svg>';

test('a drawing becomes a file with its finding, its title, its source with the year and its page, which needs no styles of the site', () => {
  const svg = chartSvg(DRAWING, CHART, themeSchema.parse({}), 'https://flood.example/homes/', TEXT);
  const $ = load(svg, {xml: true});
  expect($('svg').attr('xmlns')).toBe('http://www.w3.org/2000/svg');
  expect($('rect[stroke]').attr()).toEqual({fill: '#0a5468', stroke: '#574e43'});
  expect(svg).not.toMatch(/var\(|<desc|<kept>/);
  const lines = $('text').toArray();
  expect(lines.map((line) => $(line).text())).toEqual([
    'More homes stay dry each year.',
    'Homes <kept> dry in each of the villages along the river since the',
    'pumps were shared. Lower Ford, homes',
    'Source: Lower Ford parish, 2024.',
    'https://flood.example/homes/',
  ]);
});

test('the figures of a chart have their source in the file', () => {
  expect(chartCsv(CHART, TEXT).slice(1)).toBe(
    'What is counted,Year,homes,Area,Source,Source address\r\nHomes,2024,3,Lower Ford,The shed,https://lower-ford.example/report\r\n',
  );
});
