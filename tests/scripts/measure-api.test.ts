import {expect, test} from 'vitest';
import {measureApi} from '../../scripts/bench/measure-api.ts';
import {ROOT} from '../support/copy-toolkit.ts';

/** Far above the 0.2 s that it takes, so that only what grows with the square of the pages is caught. */
const MOST_SECONDS = 3;

test('the files for programs of 1,000 pages take no long time', async () => {
  const {pages, files, seconds} = await measureApi(ROOT, 1000, '2026-11-24');
  expect(pages).toBe(1000);
  expect(files).toBeGreaterThan(pages);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});
