import {expect, test} from 'vitest';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {ROOT} from '../engine/support/toolkits/copy-toolkit.ts';

test('every update of this toolkit is on record', async () => {
  const {updates, updateRecords} = await loadToolkit(ROOT);
  expect([...updateRecords.keys()].sort()).toEqual(updates.map(({data}) => data.slug).sort());
});
