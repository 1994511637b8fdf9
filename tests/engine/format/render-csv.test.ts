import {parse} from 'csv-parse/sync';
import {expect, test} from 'vitest';
import {renderCsv} from '../../../src/format/render-csv.ts';

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
