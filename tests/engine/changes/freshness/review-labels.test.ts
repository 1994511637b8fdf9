import {expect, test} from 'vitest';
import {reviewSummary} from '../../../../src/changes/freshness/review-labels.ts';
import {ENGLISH} from '../../../../src/language/text.ts';

const review = {on: '2026-11-03', by: 'editor', scope: 'facts', text: '2026-11-02'} as const;

test('the top of a page says when it was reviewed, and whether that review has lapsed', () => {
  expect(reviewSummary({}, ENGLISH)).toBeUndefined();
  expect(reviewSummary({review}, ENGLISH)).toBe('Last checked: 3 November 2026.');
  const lapses = [{kind: 'dead-source', on: '2026-11-01', urls: ['https://ford.example']}] as const;
  expect(reviewSummary({review, lapses: [{...lapses[0], urls: [...lapses[0].urls]}]}, ENGLISH)).toBe(
    'Last checked: 3 November 2026; this check is out of date.',
  );
});
