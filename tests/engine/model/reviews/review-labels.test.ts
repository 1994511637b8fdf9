import {expect, test} from 'vitest';
import {ENGLISH} from '../../../../src/language/text.ts';
import {reviewSummary} from '../../../../src/model/reviews/review-labels.ts';
import type {Scope} from '../../../../src/model/schemas/records/review-schema.ts';

const checked = (scope: Scope) => ({on: '2026-11-03', by: 'editor', scope, fingerprint: '0123456789abcdef'});

test.each<[Scope, string]>([
  ['sources-read', 'Last checked: 3 November 2026.'],
  ['facts', 'Last checked: 3 November 2026.'],
  [
    'plain-english',
    'Read for plain English on 3 November 2026. Not checked against its sources since it was published.',
  ],
  ['links', 'Links checked on 3 November 2026. Not checked against its sources since it was published.'],
])('the top of a page tells of a check of %s only what it covers', (scope, words) => {
  expect(reviewSummary({review: checked(scope)}, ENGLISH)).toBe(words);
});

test('the top of a page tells that nobody checked it, and that a check no longer holds', () => {
  expect(reviewSummary({}, ENGLISH)).toBeUndefined();
  expect(
    reviewSummary(
      {
        review: checked('facts'),
        lapses: [{kind: 'dead-source', on: '2026-11-01', urls: ['https://ford.example']}],
      },
      ENGLISH,
    ),
  ).toBe('Last checked: 3 November 2026; this check is out of date.');
});
