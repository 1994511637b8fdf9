import {expect, test} from 'vitest';
import {scoreSearch} from '../../../scripts/bench/bench-search.ts';
import {siteFolder} from '../../engine/support/sites/site-folder.ts';
import {ROOT} from '../../engine/support/toolkits/copy-toolkit.ts';

test('search answers what readers ask, and its first use is light', async () => {
  const {queries, first, near, misses, total, requests} = await scoreSearch(ROOT, siteFolder('toolkit'));
  expect(first / queries, misses.join('\n')).toBeGreaterThan(0.75);
  expect(near / queries, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(total).toBeLessThan(130_000);
  expect(requests).toBeLessThanOrEqual(15);
}, 120_000);
