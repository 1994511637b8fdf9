import {expect, test} from 'vitest';
import {withOthers} from '../../../../src/model/updates/change-labels.ts';

test('a note on several pages is told as such on each, a page that moved counted once as itself', () => {
  const own = new Set(['boats', 'ships']);
  expect(withOthers(['boats'], own)).toBeUndefined();
  expect(withOthers(['ships'], own)).toBeUndefined();
  expect(withOthers(['boats', 'oars'], own)).toBe('with 1 other page');
  expect(withOthers(['oars', 'boats', 'ford'], own)).toBe('with 2 other pages');
});
