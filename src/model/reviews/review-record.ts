import type {Fingerprint} from '../fingerprints.ts';
import type {Review} from '../schemas/records/review-schema.ts';

const FOLDER = 'ledgers/reviews';

const NO_WORDS = {frontMatter: undefined, body: ''};

/** The file of a page's review. */
export function reviewFile(pageId: string): string {
  return `${FOLDER}/${pageId}.json`;
}

/**
 * What ties a record to its page: a day, a role or a fingerprint changed by hand shows, and so does a record copied to
 * another page. It is no secret, and keeps no forger out; it keeps a date from being moved without a check.
 */
function sealOf(pageId: string, review: Review, fingerprintOf: Fingerprint): string {
  const {seal: _seal, ...told} = review;
  return fingerprintOf(NO_WORDS, ['review', pageId, told]);
}

/** Whether a record is as a command wrote it for that page. */
export function isSealed(pageId: string, review: Review, fingerprintOf: Fingerprint): boolean {
  return review.seal === sealOf(pageId, review, fingerprintOf);
}

/** The text of a record, with its seal. */
export function renderReview(pageId: string, review: Review, fingerprintOf: Fingerprint): string {
  const {on, by, scope, fingerprint, carried} = review;
  const told = {on, by, scope, fingerprint, ...(carried !== undefined && {carried})};
  return `${JSON.stringify({...told, seal: sealOf(pageId, told, fingerprintOf)}, null, 2)}\n`;
}
