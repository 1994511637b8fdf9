import {expect, test} from 'vitest';
import {pagesInShort, readersFirst} from '../../../../src/model/updates/change-labels.ts';

const CHANGES = [{pages: ['handbook/about/boats', 'oars']}, {pages: ['oars', 'ford']}, {pages: ['weir', 'mill']}];

test('three pages are named and the others counted, each once, the handbook last', () => {
  expect(pagesInShort(CHANGES)).toEqual({first: ['oars', 'ford', 'weir'], others: 'with 2 other pages'});
  expect(pagesInShort(CHANGES.slice(0, 2))).toEqual({
    first: ['oars', 'ford', 'handbook/about/boats'],
    others: undefined,
  });
  expect(pagesInShort([])).toEqual({first: [], others: undefined});
});

test('in a list about some pages no other is named or counted', () => {
  expect(pagesInShort(CHANGES, new Set(['ford', 'mill']))).toEqual({first: ['ford', 'mill'], others: undefined});
});

test('what speaks of the handbook alone comes after what readers came for, in the order it had', () => {
  const [handbook, both, page] = [['handbook/a'], ['handbook/b', 'oars'], ['ford']];
  expect(readersFirst([handbook, both, [], page], (pages) => pages ?? [])).toEqual([both, page, handbook, []]);
});
