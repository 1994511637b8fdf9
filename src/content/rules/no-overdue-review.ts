import {pageExample, updateExample} from '../examples/example-files.ts';
import {reviewStandings} from '../reviews/review-standings.ts';
import type {Rule} from '../rule.ts';

const review = (on: string) => `{"on": "${on}", "by": "editor", "scope": "facts", "fingerprint": "0123456789abcdef"}\n`;

export const noOverdueReview: Rule = {
  id: 'no-overdue-review',
  group: 'model',
  summary: 'Each page is read against its sources as often as its `review_every` promises.',
  why: 'Readers see when a page was last checked, and that nobody has done it since it fell due.',
  good: [
    {'docs/floods.md': pageExample('Floods'), 'blog/a.md': updateExample('2025-11-24', 'floods')},
    {
      'docs/floods.md': pageExample('Floods'),
      'blog/a.md': updateExample('2024-01-10', 'floods'),
      'ledgers/reviews/floods.json': review('2025-11-24'),
    },
    {
      'docs/floods.md': pageExample('Floods', 'withdrawn: {on: 2026-01-10, why: The law has changed since.}\n'),
      'blog/a.md': updateExample('2024-01-10', 'floods'),
    },
    {'docs/floods.md': pageExample('Floods'), 'ledgers/reviews/priorities/homes.json': review('2026-01-10')},
  ],
  bad: [
    {'docs/floods.md': pageExample('Floods'), 'blog/a.md': updateExample('2025-11-23', 'floods')},
    {'docs/floods.md': pageExample('Floods'), 'ledgers/reviews/floods.json': review('2025-11-23')},
    {
      'handbook/about/us.md': pageExample('About us'),
      'blog/a.md': updateExample('2024-01-10', 'handbook/about/us'),
      'ledgers/reviews/handbook/about/us.json': review('2024-06-01'),
    },
  ],
  check: (toolkit, today) =>
    reviewStandings(toolkit, today)
      .filter(({overdue}) => overdue)
      .map(({page: {id, document}, due}) => ({
        path: document.path,
        place: document.placeOf(['review_every'], 'key'),
        problem: `review was due on ${due}, expected the page read against its sources by then`,
        fix: `Read the page against its sources, and put that on record: \`npm run attest -- ${id}\`.`,
      })),
};
