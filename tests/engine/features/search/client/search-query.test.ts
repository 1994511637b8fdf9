import {expect, test} from 'vitest';
import {searchTerms} from '../../../../../src/features/search/client/pagefind.ts';
import {ENGLISH} from '../../../../../src/language/text.ts';

test.each([
  ['closing a library', 'closing library'],
  ['How do I cite this?', 'cite'],
  ['May we close a library, or half of them?', 'close library, half them?'],
  ['"the case to a health board"', '"the case to a health board"'],
  ['who?', 'who?'],
  ['', ''],
])('%j asks the engine for %j', (query, terms) => {
  expect(searchTerms(query, ENGLISH.search.commonWords)).toBe(terms);
});
