import {expect, test} from 'vitest';
import {
  correctionsFirst,
  joinSameNotes,
  pagesInShort,
  readersFirst,
} from '../../../../src/changes/updates/change-labels.ts';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';

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

test('corrections come first, the same words are one change, and major is shown from the update on in which it means something', () => {
  const note = (words: string, page: string, kind = 'content-changed') =>
    ({kind, significance: 'major', pages: [page], note: words}) as ChangeNote;
  const joined = joinSameNotes(correctionsFirst([note('A', 'x'), note('A', 'y'), note('B', 'z', 'correction')]));
  expect(joined.map(({note: words, pages}) => `${words} ${pages}`)).toEqual(['B z', 'A x,y']);
});
