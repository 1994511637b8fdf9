import {nearestPlace} from '../../../format/nearest.ts';
import {storedLedger} from '../../../model/link-ledger/link-ledger.ts';
import {pageIds} from '../../../model/pages/known-pages.ts';
import {recordNameOf} from '../../../model/pages/page-id.ts';
import type {Finding} from '../../../model/problem.ts';
import {sinceReview} from '../../../model/reviews/later-updates.ts';
import {isSealed, reviewFile} from '../../../model/reviews/review-record.ts';
import type {Review} from '../../../model/schemas/records/review-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../../../model/toolkit.ts';
import {pageExample, updateExample} from '../../examples/example-files.ts';
import type {Rule} from '../../rule.ts';

const PAGE = pageExample('Floods');

/** A review of `PAGE`, and its seal. */
const CHECKED = {on: '2026-11-03', by: 'editor', scope: 'facts', fingerprint: 'bddf1f466a070006'};
const SEAL = '6a31d791c0e0504f';

/** A published page, its current text and the record of its review. */
const files = (live: string, record: Readonly<Record<string, string>>) => ({
  'docs/floods.md': live,
  'blog/2026-11-02.md': updateExample('2026-11-02', 'floods'),
  'blog/_published/2026-11-02/floods.md': PAGE,
  'ledgers/reviews/floods.json': `${JSON.stringify(record)}\n`,
});

const REVIEW = JSON.stringify({...CHECKED, seal: SEAL});

const links = (address: string, more = '"checked": "not yet"') => ({
  'ledgers/links/parish.example.json': `{"schema": 1, "links": {"${address}": {${more}}}}\n`,
});

export const noHandmadeRecord: Rule = {
  id: 'no-handmade-record',
  group: 'model',
  summary:
    'Each review record belongs to a page and was created by `npm run review -- --done` for a published text. Records of links to other sites are valid.',
  why: 'A record edited by hand would claim a review or a link check that did not happen.',
  good: [
    files(PAGE, {...CHECKED, seal: SEAL}),
    files(pageExample('Floods', '', 'Other words.'), {...CHECKED, seal: SEAL}),
    files(PAGE.replace('Words.', '**Words.**'), {...CHECKED, seal: SEAL}),
    {'ledgers/reviews/floods.json': REVIEW, 'docs/floods.md': '---\ntitle: Not: readable\n---\nWords.\n'},
    links('https://parish.example/'),
    links('https://parish.example/', '"checked": "2026-11-02", "last_success": "2026-11-02"'),
  ],
  bad: [
    files(PAGE, CHECKED),
    files(PAGE, {...CHECKED, seal: SEAL, on: '2026-11-20'}),
    files(PAGE, {...CHECKED, seal: SEAL, scope: 'sources-read'}),
    files(PAGE, {...CHECKED, fingerprint: '0123456789abcdef', seal: 'f0ff9fc2ebcbc578'}),
    {...files(PAGE, {...CHECKED, seal: SEAL}), 'docs/ferry.md': PAGE, 'ledgers/reviews/ferry.json': REVIEW},
    {'ledgers/reviews/priorities/hoems.json': REVIEW},
    {'ledgers/reviews/docs/priorities/homes.json': REVIEW},
    links('https://parish.example/', '"checked": "often"'),
    links('https://other.example/'),
    {'ledgers/links/parish.example.json': '<<<<<<< HEAD\n{"schema": 1, "links": {}}\n'},
  ],
  check: (toolkit) => [
    ...allPages(toolkit).flatMap((page) => {
      const review = toolkit.reviews.get(page.id);
      return review ? checkReview(toolkit, page, review) : [];
    }),
    ...reviewsOfNoPage(toolkit),
    ...storedLedger(toolkit.files).broken.map(({path, fault}) => ({
      path,
      problem: `record ${fault}, expected one written by \`npm run links\``,
      fix: 'Undo the change that broke it, or run `npm run links -- --external` to create a new record without the history.',
    })),
  ],
};

function checkReview(toolkit: Toolkit, page: PageEntry, review: Review): Finding[] {
  const {id} = page;
  const fault = faultOf(toolkit, page, review);
  if (fault === undefined) return [];
  const fix = `Restore it unchanged, or remove the file. If you reviewed the page, run \`npm run review -- --done ${id}\`.`;
  return [{path: reviewFile(id), problem: fault, fix}];
}

function faultOf(toolkit: Toolkit, page: PageEntry, review: Review): string | undefined {
  if (review.seal === undefined) {
    return 'review record has no `seal`, expected the one from `npm run review -- --done`';
  }
  if (!isSealed(page.id, review, toolkit.fingerprintOf)) {
    return 'review record was changed by hand, expected it as written by `npm run review -- --done`';
  }
  if (sinceReview(toolkit, page, review).reviewed || page.fingerprint() === review.fingerprint) return undefined;
  return `\`fingerprint\` is \`${review.fingerprint}\`, expected the fingerprint of a published text of this page`;
}

function reviewsOfNoPage(toolkit: Toolkit): Finding[] {
  const ids = pageIds(toolkit);
  return toolkit.documents
    .filter(({kind, document}) => kind === 'review' && !ids.includes(recordNameOf(document.path)))
    .map(({document: {path}}) => {
      const near = nearestPlace(recordNameOf(path), ids);
      return {
        path,
        problem: `record is for \`${recordNameOf(path)}\`, which is not a page, expected the id of a page`,
        fix: near ? `Rename it to \`ledgers/reviews/${near}.json\`.` : 'Rename or remove it.',
      };
    });
}
