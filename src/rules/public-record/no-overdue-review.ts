import {dueText} from '../../changes/freshness/review-labels.ts';
import {dueReviews} from '../../changes/freshness/review-status.ts';
import {caseStudyExample, EXAMPLE_SOURCE, pageExample, updateExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const reviewed = (on: string, text: string) => `reviewed: {on: ${on}, by: editor, scope: facts, text: ${text}}\n`;

const published = (on: string, every = '12 months', review?: string) => ({
  'docs/floods.md': pageExample('Floods', review && reviewed(review, on)).replace('12 months', every),
  [`blog/${on}.md`]: updateExample(on, 'floods'),
});

const changed = (significance: 'major' | 'minor') => ({
  ...published('2026-10-01', '12 months', '2026-10-10'),
  'blog/2026-11-01.md': updateExample('2026-11-01', 'floods').replace('major', significance),
});

/** A reviewed case study with a source that began to fail on a day. */
const failing = (since: string, strikes: number) => ({
  'blog/2026-06-01.md': updateExample('2026-06-01', 'case-studies/weir'),
  'docs/case-studies/weir.md': caseStudyExample(reviewed('2026-08-10', '2026-06-01')),
  'ledgers/links.json': JSON.stringify({
    schema: 1,
    links: {[EXAMPLE_SOURCE]: {checked: '2026-11-20', first_failure: since, strikes, kind: 'gone'}},
  }),
});

export const noOverdueReview: Rule = {
  id: 'no-overdue-review',
  group: 'model',
  summary:
    'Each page is reviewed against its sources as often as `review_every` says, and again when its last review lapses.',
  why: 'A review lapses when a major change to the page is published or a source disappears. Readers see when a page was last reviewed, and whether its next review is overdue.',
  good: [
    published('2025-12-25'),
    published('2026-11-24', '2 months'),
    published('2024-01-10', '12 months', '2025-12-25'),
    {
      'docs/floods.md': pageExample('Floods', 'withdrawn: {on: 2026-01-10, why: The law has changed since.}\n'),
      'blog/a.md': updateExample('2024-01-10', 'floods'),
    },
    changed('minor'),
    failing('2026-11-18', 1),
  ],
  bad: [
    published('2025-11-23'),
    published('2024-01-10', '12 months', '2025-11-23'),
    published('2025-11-24'),
    published('2026-11-01', '1 month'),
    changed('major'),
    failing('2026-10-01', 4),
  ],
  check: (toolkit, today) =>
    dueReviews(toolkit, today).map((status) => {
      const {page, overdue, lapses} = status;
      return {
        path: page.document.path,
        place: page.document.placeOf(['review_every'], 'key'),
        ...(!overdue && lapses.length === 0 && {severity: 'note'}),
        problem: `review ${dueText(status)}, expected a review against the sources by then`,
        fix: `Compare the page with its sources, then run \`npm run review -- --done ${page.id}\`.`,
        form: `Review ${dueText(status)}. Compare the page with its sources, then ask a colleague who works with files to record the review.`,
      };
    }),
};
