import type {Fingerprint} from '../fingerprints.ts';
import type {Review} from '../schemas/records/review-schema.ts';

const FOLDER = 'ledgers/reviews';

const EMPTY_TEXT = {frontMatter: undefined, body: ''};

/** The file of a page's review. */
export function reviewFile(pageId: string): string {
  return `${FOLDER}/${pageId}.json`;
}

/**
 * The seal that ties a record to its page. It reveals a record edited by hand or copied to another page. It is not a
 * secret and does not stop forgery, but prevents changing a date without a review.
 */
function sealOf(pageId: string, review: Review, fingerprintOf: Fingerprint): string {
  const {seal: _seal, ...unsealed} = review;
  return fingerprintOf(EMPTY_TEXT, ['review', pageId, unsealed]);
}

/** Whether a record is unchanged since a command wrote it for this page. */
export function isSealed(pageId: string, review: Review, fingerprintOf: Fingerprint): boolean {
  return review.seal === sealOf(pageId, review, fingerprintOf);
}

/** The text of a record, with its seal. */
export function renderReview(pageId: string, review: Review, fingerprintOf: Fingerprint): string {
  const {on, by, scope, fingerprint, carried} = review;
  const unsealed = {on, by, scope, fingerprint, ...(carried !== undefined && {carried})};
  return `${JSON.stringify({...unsealed, seal: sealOf(pageId, unsealed, fingerprintOf)}, null, 2)}\n`;
}
