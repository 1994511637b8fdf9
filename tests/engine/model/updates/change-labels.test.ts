import {expect, test} from 'vitest';
import {withOthers} from '../../../../src/model/updates/change-labels.ts';

test('a note on several pages says on each how many others it names', () => {
  expect(withOthers(0)).toBeUndefined();
  expect(withOthers(1)).toBe('with 1 other page');
  expect(withOthers(2)).toBe('with 2 other pages');
});
