import {expect, test} from 'vitest';
import {figuresOf} from '../../../src/content/figures/figures.ts';
import {loadToolkit} from '../../../src/store/load-toolkit.ts';
import {ROOT} from '../../support/copy-toolkit.ts';

test('every figure of this toolkit names a publication, and never a page that repeats it', async () => {
  const rows = figuresOf(await loadToolkit(ROOT)).pages.flatMap(({id, figures}) =>
    figures.map(({words, source}) => ({id, words, source})),
  );
  expect(rows.length).toBeGreaterThan(500);
  expect(rows.filter(({source}) => !source?.url || source.url.startsWith('/'))).toEqual([]);
});
