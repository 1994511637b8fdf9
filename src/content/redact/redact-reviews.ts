import type {PlannedFile} from '../publish/planned-file.ts';
import {publishedFingerprint} from '../published-fingerprint.ts';
import {stepsOf} from '../reviews/checked-text.ts';
import {isSealed, renderReview, reviewFile} from '../reviews/review-record.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/**
 * The records of reviews of which the text lost words: each vouches for what is left of the text that was checked. A
 * fingerprint of the whole would let anybody try guesses at what was taken out.
 */
export function redactReviews(before: Toolkit, after: Toolkit): PlannedFile[] {
  return [...after.reviews].flatMap(([id, review]) => {
    if (!isSealed(id, review, before.fingerprintOf)) return [];
    const left = new Map(zip(fingerprintsOf(before, id), fingerprintsOf(after, id)));
    const leftOf = (fingerprint: string) => left.get(fingerprint) ?? fingerprint;
    const {carried} = review;
    const record = {
      ...review,
      fingerprint: leftOf(review.fingerprint),
      ...(carried !== undefined && {carried: leftOf(carried)}),
    };
    const isSame = record.fingerprint === review.fingerprint && record.carried === carried;
    return isSame ? [] : [{path: reviewFile(id), content: renderReview(id, record, after.fingerprintOf)}];
  });
}

/** Of each text of a page on record and of its live one; a redaction takes words out of texts, and leaves every text. */
function fingerprintsOf(toolkit: Toolkit, id: string): string[] {
  const recorded = stepsOf(toolkit, id).flatMap(({page}) =>
    page ? [publishedFingerprint(toolkit.published, page, toolkit.fingerprintOf)] : [],
  );
  const live = allPages(toolkit).find((page) => page.id === id);
  return [...recorded, ...(live ? [live.fingerprint()] : [])];
}

function zip(keys: readonly string[], values: readonly string[]): [string, string][] {
  return keys.flatMap((key, index): [string, string][] => {
    const value = values[index];
    return value === undefined ? [] : [[key, value]];
  });
}
