import {expect, test} from 'vitest';
import {align} from '../../../../src/changes/diff/compare/align.ts';

const lettersOf = (text: string) => [...text].map((key, index) => ({key, index}));

test('of several equal things each follows what was before it', () => {
  const {pairs} = align(lettersOf('AsBsxyz'), lettersOf('xyzBsAs'), {likeness: () => 0});
  // `s` stands under both headings: each goes with its own.
  expect(
    pairs.map(({before, after, isMoved}) => `${before.key}${before.index}${isMoved ? '~' : '>'}${after.index}`),
  ).toEqual(['x4>0', 'y5>1', 'z6>2', 'B2~3', 's3~4', 'A0~5', 's1~6']);
});
