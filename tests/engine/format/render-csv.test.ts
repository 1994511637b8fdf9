import {parse} from 'csv-parse/sync';
import {expect, test} from 'vitest';
import {type CsvColumn, csvRows, renderCsv} from '../../../src/format/render-csv.ts';

test('what another program reads is what was written', () => {
  const rows = [
    ['Name', 'Words'],
    ['a "village"', 'one, two'],
    ['two\r\nlines', ' spaces '],
    ['', '“Ford”'],
  ];
  const text = renderCsv(rows);
  expect(parse(text, {bom: true, record_delimiter: '\r\n'})).toEqual(rows);
  expect(text.endsWith('\r\n')).toBe(true);
});

test('a file begins with the mark by which Excel knows UTF-8, once', () => {
  const bytes = Buffer.from(renderCsv([['£1'], ['£2']]));
  expect([...bytes.subarray(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0xc2, 0xa3]);
  expect(bytes.lastIndexOf(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(0);
});

test.each(['=1+1', '@SUM(A1)', '+cmd|calc', '-2+3+cmd', '\tx', '-5%|x', '+44 (0)', "'=1", "''@x"])(
  'a spreadsheet never runs %j',
  (cell) => {
    expect(parse(renderCsv([[cell]]), {bom: true})).toEqual([[`'${cell}`]]);
  },
);

test.each(['-5%', '-£1,200', '+44 visits', '-3 degrees', '5-a-day', 'a=b'])(
  '%j is no formula and stays as it is',
  (cell) => {
    expect(parse(renderCsv([[cell]]), {bom: true})).toEqual([[cell]]);
  },
);

test('columns give the header, empty cells for what is not stated, and lists in one cell', () => {
  const column = (title: string, read: CsvColumn<{n?: number}>['read']): CsvColumn<{n?: number}> => ({
    title,
    read,
  });
  const columns = [column('N', ({n}) => n), column('L', () => ['a|b', 'c']), column('B', () => false)];
  expect(csvRows(columns, [{n: 0}, {}])).toEqual([
    ['N', 'L', 'B'],
    ['0', 'a¦b|c', 'false'],
    ['', 'a¦b|c', 'false'],
  ]);
});
