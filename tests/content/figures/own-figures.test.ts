import {expect, test} from 'vitest';
import {figuresOf} from '../../../src/content/figures/figures.ts';
import {loadToolkit} from '../../../src/store/load-toolkit.ts';
import {ROOT} from '../../support/copy-toolkit.ts';

test('nearly every figure of this toolkit names a publication by its address, and none a page that repeats it', async () => {
  const sources = figuresOf(await loadToolkit(ROOT)).pages.flatMap(({figures}) => figures.map(({source}) => source));
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((source) => source?.url?.startsWith('/'))).toEqual([]);
  // A page may rest on what its sentence names, and the check warns where nothing is named: both may be published.
  expect(sources.filter((source) => source?.url).length / sources.length).toBeGreaterThan(0.95);
});
