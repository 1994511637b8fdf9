import {pageExample, updateExample} from '../examples/example-files.ts';
import type {Finding} from '../problem.ts';
import {checkedStep} from '../reviews/checked-text.ts';
import {isSealed, reviewFile} from '../reviews/review-record.ts';
import type {Rule} from '../rule.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

const PAGE = pageExample('Floods');

/** Of `PAGE`, and the seal of a check of it. */
const CHECKED = {on: '2026-11-03', by: 'editor', scope: 'facts', fingerprint: 'bddf1f466a070006'};
const SEAL = '6a31d791c0e0504f';

/** A page that was published, as it stands today, and the record of a check of it. */
const files = (live: string, record: Readonly<Record<string, string>>) => ({
  'docs/floods.md': live,
  'blog/2026-11-02.md': updateExample('2026-11-02', 'floods'),
  'blog/_published/2026-11-02/floods.md': PAGE,
  'ledgers/reviews/floods.json': `${JSON.stringify(record)}\n`,
});

export const noHandmadeReview: Rule = {
  id: 'no-handmade-review',
  group: 'model',
  summary: 'Each record of a review was made by `npm run attest`, of words that readers saw.',
  why: 'A day that somebody moves by hand says that the page was read, and nobody has read it.',
  good: [
    files(PAGE, {...CHECKED, seal: SEAL}),
    files(pageExample('Floods', '', 'Other words.'), {...CHECKED, seal: SEAL}),
    files(PAGE.replace('Words.', '**Words.**'), {...CHECKED, seal: SEAL}),
  ],
  bad: [
    files(PAGE, CHECKED),
    files(PAGE, {...CHECKED, seal: SEAL, on: '2026-11-20'}),
    files(PAGE, {...CHECKED, seal: SEAL, scope: 'sources-read'}),
    files(PAGE, {...CHECKED, fingerprint: '0123456789abcdef', seal: 'f0ff9fc2ebcbc578'}),
    {
      ...files(PAGE, {...CHECKED, seal: SEAL}),
      'docs/ferry.md': pageExample('The ferry'),
      'ledgers/reviews/ferry.json': JSON.stringify({...CHECKED, seal: SEAL}),
    },
  ],
  check: (toolkit) =>
    allPages(toolkit).flatMap((page) => {
      const review = toolkit.reviews.get(page.id);
      return review ? judge(toolkit, page, review) : [];
    }),
};

function judge(toolkit: Toolkit, page: PageEntry, review: Review): Finding[] {
  const {id} = page;
  const path = reviewFile(id);
  const fix = `Take the file out. If the page was checked, put that on record: \`npm run attest -- ${id}\`.`;
  if (review.seal === undefined) {
    return [{path, problem: 'record of a review has no `seal`, expected the one that `npm run attest` writes', fix}];
  }
  if (!isSealed(id, review, toolkit.fingerprintOf)) {
    return [
      {
        path,
        problem: 'record of a review was changed after it was written, expected it as `npm run attest` wrote it',
        fix: `Bring it back as it was if you can; else take the file out, and put a check that was made on record: \`npm run attest -- ${id}\`.`,
      },
    ];
  }
  if (checkedStep(toolkit, id, review) !== -1 || page.fingerprint() === review.fingerprint) return [];
  const problem = `\`fingerprint\` holds \`${review.fingerprint}\`, expected that of a text which this page had for readers`;
  return [{path, problem, fix}];
}
