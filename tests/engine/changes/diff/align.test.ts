import {describe, expect, test} from 'vitest';
import {align} from '../../../../src/changes/diff/compare/align.ts';
import {compareWords} from '../../../../src/changes/diff/compare/compare-words.ts';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {profileOf, shareOf} from '../../../../src/changes/diff/units/token.ts';
import {tokenise} from '../../../../src/changes/diff/units/tokenise.ts';
import {pageText} from '../../support/diff/differences.ts';

/** Pairs of two texts, a letter a thing, as `a1>b2`, with `~` where it moved; `alike` says how alike two letters are. */
function paired(before: string, after: string, alike: Record<string, number> = {}): string[] {
  const {pairs} = align(lettersOf(before), lettersOf(after), {likeness: (a, b) => alike[a.key + b.key] ?? 0});
  return pairs.map(({before: a, after: b, isMoved}) => `${a.key}${a.index}${isMoved ? '~' : '>'}${b.key}${b.index}`);
}

const lettersOf = (text: string) => [...text].map((key, index) => ({key, index}));

describe('things of two sequences', () => {
  test.each([
    ['abc', 'xabyc', {}, ['a0>a1', 'b1>b2', 'c2>c4']],
    ['abcd', 'bcda', {}, ['b1>b0', 'c2>c1', 'd3>d2', 'a0~a3']],
    ['a', 'b', {ab: 0.5}, ['a0>b0']],
    // The same likeness counts for less in another place.
    ['aXY', 'XYb', {ab: 0.59}, ['X1>X0', 'Y2>Y1']],
    ['aXY', 'XYb', {ab: 0.6}, ['X1>X0', 'Y2>Y1', 'a0~b2']],
    // The most alike altogether, not the first that will do.
    ['ab', 'xy', {ax: 0.6, ay: 0.9, by: 0.6}, ['a0>x0', 'b1>y1']],
    ['ab', 'xy', {ax: 0.5, ay: 0.95, by: 0.4}, ['a0>y1']],
    ['abc', 'xyz', {ax: 0.8, by: 0.8, cz: 0.8}, ['a0>x0', 'b1>y1', 'c2>z2']],
    ['abc', 'xyz', {az: 0.9, by: 0.8, cx: 0.7}, ['c2~x0', 'b1~y1', 'a0>z2']],
    // Elsewhere the most alike come first, and each is taken once.
    ['abXY', 'XYc', {ac: 0.7, bc: 0.8}, ['X2>X0', 'Y3>Y1', 'b1~c2']],
    ['aXYZ', 'XYZbc', {ab: 0.7, ac: 0.8}, ['X1>X0', 'Y2>Y1', 'Z3>Z2', 'a0~c4']],
    // Not past what stands in both.
    ['aXb', 'cXd', {ac: 0.5, bd: 0.5, ad: 0.55}, ['a0>c0', 'X1>X1', 'b2>d2']],
  ])('%s and %s belong together', (before, after, alike, pairs) => {
    expect(paired(before, after, alike).sort()).toEqual([...pairs].sort());
  });

  test('are listed in the order of the new one', () => {
    expect(paired('abcd', 'dabc')).toEqual(['d3~d0', 'a0>a1', 'b1>b2', 'c2>c3']);
  });

  test('of several equal ones follow what was before them', () => {
    // `s` stands under both headings: each goes with its own.
    expect(paired('AsBsxyz', 'xyzBsAs')).toEqual(
      ['x4>x0', 'y5>y1', 'z6>z2', 'B2~B3', 's3~s4', 'A0~A5', 's1~s6'].map(String),
    );
  });

  test('what could not be paired is left to the caller, place by place', () => {
    const gaps: number[][][] = [];
    align(lettersOf('aXbcYd'), lettersOf('efXgY'), {
      likeness: () => 0,
      pairRest: ({before, after}) => {
        gaps.push([before, after].map((side) => side.map(({index}) => index)));
        return [];
      },
    });
    expect(gaps).toEqual([
      [[0], [0, 1]],
      [[2, 3], [3]],
    ]);
  });
});

test('the share of words in common counts repeated words, and no punctuation', () => {
  const share = (a: string, b: string) => shareOf(profileOf(tokenise(a)), profileOf(tokenise(b)));
  expect(share('a b c d', 'a b x y')).toBe(0.5);
  expect(share('a a a b', 'a c')).toBeCloseTo(1 / 3);
  expect(share('a c', 'a a a b')).toBeCloseTo(1 / 3);
  expect(share('a, b!', 'a; b?')).toBe(1);
  expect(share('12', '12')).toBe(1);
  expect(share('', 'a')).toBe(0);
  expect(share('...', '...')).toBe(0);
  expect(share('a', '!')).toBe(0);
});

describe('words', () => {
  const compare = (before: string, after: string) => {
    const {segments, touches} = compareWords(tokenise(before), tokenise(after));
    const sign = {same: '', removed: '-', added: '+'};
    return `${segments.map(({kind, text}) => `${sign[kind]}${text.trim()}`).join(' ')} (${touches.join()})`;
  };

  test.each([
    ['a b c', 'a x c', 'a -b +x c (words)'],
    ['one hall', 'two halls', '-one hall +two halls (words,number)'],
    // One small word or sign between two replacements is told with them.
    ['old and red hall', 'new and blue hall', '-old and red +new and blue hall (words)'],
    ['old, red hall', 'new, blue hall', '-old, red +new, blue hall (words)'],
    ['old with red hall', 'new with blue hall', '-old +new with -red +blue hall (words)'],
    ['old and hall', 'new and big hall', '-old +new and +big hall (words)'],
    ['pay 3 or 4', 'pay 4 or 3', 'pay -3 or 4 +or 3 (words,number)'],
    ['a must b', 'a b must', 'a -must b +must (modal)'],
    ['Keep a boat', 'Keep a boat', 'Keep a boat ()'],
  ])('%j to %j', (before, after, expected) => {
    expect(compare(before, after)).toBe(expected);
  });
});

test('a section that came holds what came with it, and nothing else', () => {
  const {edits} = diffPages(
    pageText('First.\n\n## Z\n\nLast.'),
    pageText('First.\n\nNew.\n\n## A\n\nOne must pay.\n\n### B\n\nBy 3 May 2026.\n\n## Z\n\nLast.\n\nMore.'),
  );
  expect(edits.map(({part, span, contents, touches}) => [part, span, contents.length, touches])).toEqual([
    ['paragraph', 1, 0, ['words']],
    ['section', 4, 4, ['words', 'modal', 'date']],
    ['paragraph', 1, 0, ['words']],
  ]);
});
