import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {builtPage, readBuiltPages} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

/** What one figure may cost a reader, table and sources included. */
const MAX_BYTES = 4000;

function open(file: string) {
  return builtPage(file, readFileSync(path.join(siteFolder('flood'), file), 'utf8')).$;
}

test('every figure weighs less than 4 KB', () => {
  const figures = readBuiltPages(siteFolder('large')).flatMap(({file, $}) =>
    $('figure.chart')
      .toArray()
      .map((figure) => ({file, bytes: gzipSync($.html(figure)).length})),
  );
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.filter(({bytes}) => bytes > MAX_BYTES)).toEqual([]);
});

test('a chart is complete without a script: its finding, its drawing, its figures, their sources', () => {
  const $ = open('toolkit/index.html');
  const figure = $('#chart-river-levels');
  expect(figure.find('figcaption strong').text()).toBe('By the board the highest water was 2.6 metres, in 2013/14.');
  expect(figure.find('figcaption small').text()).toContain('Highest level of the river each winter');
  expect(figure.find('.chart-note').text()).toContain('Source: Lower Ford parish, 2015');
  const drawing = figure.find('svg[role="img"]');
  expect(drawing.find(`[id="${drawing.attr('aria-labelledby')}"]`).text()).toContain('Line chart: Highest level');
  expect(drawing.find(`[id="${drawing.attr('aria-describedby')}"]`).text()).toContain('2.6 metres, in 2013/14');
  const rows = figure.find('tbody tr:has(td)').toArray();
  expect(rows.map((row) => $(row).find('th, td').slice(0, 2).text())).toEqual([
    '2012/132.1',
    '2013/142.6',
    '2014/152.4',
    '2023/243.1',
    '2024/253.4',
  ]);
  expect(rows.every((row) => $(row).find('a[href^="https://"]').length === 1)).toBe(true);
  expect(figure.find('th[scope="rowgroup"]').first().text()).toBe('Board at the bridge');
  expect($.html()).not.toContain('::chart');
});
