import {formatDay} from './format-date.ts';
import type {Freshness} from './freshness.ts';
import {REVIEW_SCOPES} from './schemas/review-schema.ts';

/** When somebody last checked a page, in words; `roleOf` names the role of an id. */
export function lastCheckedWords({review, changedSince}: Freshness, roleOf: (id: string) => string): string {
  const checked = review
    ? `${formatDay(review.on)}, ${REVIEW_SCOPES[review.scope]}, by the role ${roleOf(review.by)}`
    : 'Not checked since it was published';
  return changedSince !== undefined ? `${checked} (its words have changed since)` : checked;
}

/** What readers of a page that nobody read in time are warned of. */
export function overdueWords(due: string): {what: string; advice: string} {
  return {
    what: 'This page is overdue for review.',
    advice: `It was due by ${formatDay(due)}: check its sources before you rely on it.`,
  };
}
