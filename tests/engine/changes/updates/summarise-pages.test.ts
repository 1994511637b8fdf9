import {expect, test} from 'vitest';
import {isAboutWebsite, pagesInShort, readersFirst} from '../../../../src/changes/updates/change-labels.ts';

const CHANGES = [{pages: ['handbook/about/boats', 'oars']}, {pages: ['oars', 'ford']}, {pages: ['weir', 'mill']}];

test('three pages are named and the others counted, each once, the handbook last', () => {
  expect(pagesInShort(CHANGES)).toEqual({first: ['oars', 'ford', 'weir'], others: 2});
  expect(pagesInShort(CHANGES.slice(0, 2))).toEqual({
    first: ['oars', 'ford', 'handbook/about/boats'],
    others: 0,
  });
  expect(pagesInShort([])).toEqual({first: [], others: 0});
});

test('in a list about some pages no other is named or counted', () => {
  expect(pagesInShort(CHANGES, new Set(['ford', 'mill']))).toEqual({first: ['ford', 'mill'], others: 0});
});

test('what speaks of the handbook alone comes after what readers came for, in the order it had', () => {
  const [handbook, both, page] = [['handbook/a'], ['handbook/b', 'oars'], ['ford']];
  expect(readersFirst([handbook, both, [], page], (pages) => pages ?? [])).toEqual([both, page, handbook, []]);
});

test.each([
  [true, {pages: ['handbook/a', 'handbook/b']}],
  [false, {pages: ['handbook/a', 'oars']}],
  [false, {pages: ['handbook/a'], kind: 'correction'}],
  [false, {pages: ['handbook/a'], kind: 'page-withdrawn'}],
  [false, {pages: ['handbook/a'], who_is_affected: 'Readers who send feedback.'}],
] as const)('whether a change is about the website alone: %s for %o', (expected, {pages, ...more}) => {
  expect(isAboutWebsite({kind: 'content-changed', ...more, pages: [...pages]})).toBe(expected);
});
