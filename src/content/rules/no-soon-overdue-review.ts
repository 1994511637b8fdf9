import {pageExample, updateExample} from '../examples/example-files.ts';
import {addMonths} from '../freshness.ts';
import {reviewStandings} from '../reviews/review-standings.ts';
import type {Rule} from '../rule.ts';

const published = (on: string, every = '12 months') => ({
  'docs/floods.md': pageExample('Floods').replace('12 months', every),
  'blog/a.md': updateExample(on, 'floods'),
});

export const noSoonOverdueReview: Rule = {
  id: 'no-soon-overdue-review',
  group: 'model',
  summary: 'A page is read against its sources before the last month in which that may be done.',
  why: 'Reading a page against its sources takes an afternoon; a month gives time to find one.',
  good: [published('2025-12-25'), published('2025-11-23'), published('2026-11-24', '2 months'), {}],
  bad: [published('2025-11-24'), published('2025-12-24'), published('2026-11-01', '1 month')],
  check: (toolkit, today) =>
    reviewStandings(toolkit, today)
      // Why a check that lapsed makes a page due is told by another rule.
      .filter(({due, overdue, lapses}) => !overdue && lapses.length === 0 && addMonths(due, -1) <= today)
      .map(({page: {id, document}, due}) => ({
        path: document.path,
        place: document.placeOf(['review_every'], 'key'),
        problem: `review falls due on ${due}, expected the page read against its sources by then`,
        fix: `Set a day for somebody to read the page against its sources, and to put that on record: \`npm run attest -- ${id}\`.`,
      })),
};
