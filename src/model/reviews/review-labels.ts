import {formatDay} from '../../format/format-date.ts';
import {capitalise, numberWord} from '../../format/text.ts';
import {REVIEW_SCOPES} from '../schemas/records/review-schema.ts';
import type {Freshness} from './freshness.ts';
import type {Lapse} from './lapse.ts';
import {SCOPE_POLICY} from './review-policy.ts';

type Checked = Pick<Freshness, 'review' | 'changedSince' | 'lapses'>;

/** The parts of a text about the last review. They are separate, because pages link the second to the difference. */
export interface ReviewText {
  checked: string;
  /** To follow a semicolon: `the page has changed since`. */
  changed?: string;
  /** A separate sentence. */
  ended?: string;
}

/** Describes the last review of a page. `roleOf` returns the name of a role. */
export function reviewText({review, changedSince, lapses}: Checked, roleOf: (id: string) => string): ReviewText {
  if (!review) return {checked: 'Not checked since it was published'};
  const by = `${REVIEW_SCOPES[review.scope]}, by the role ${roleOf(review.by)}`;
  return {
    checked: `Checked on ${formatDay(review.on)} (${by})`,
    ...(changedSince && {changed: 'the page has changed since'}),
    ...(lapses.length > 0 && {ended: `This check is out of date: ${lapses.map(lapseLabel).join('; ')}.`}),
  };
}

/** Describes the last review at the top of a page. A review that did not cover the facts must not look like one that did. */
export function reviewSummary({review, lapses = []}: Partial<Checked> = {}): string {
  if (!review) return 'Not checked since it was published.';
  const ended = lapses.length > 0 ? '; this check is out of date' : '';
  if (SCOPE_POLICY[review.scope].coversFacts) return `Last checked: ${formatDay(review.on)}${ended}.`;
  const done = capitalise(REVIEW_SCOPES[review.scope]);
  return `${done} on ${formatDay(review.on)}${ended}. Not checked against its sources since it was published.`;
}

/** Describes the last review in one line, with the role that made it. */
export function lastReviewText(checked: Checked, roleOf: (id: string) => string): string {
  const words = reviewText(checked, roleOf);
  const line = words.changed ? `${words.checked}; ${words.changed}` : words.checked;
  return words.ended ? `${line}. ${words.ended}` : line;
}

/** Says why a review lapsed, to follow a colon. */
export function lapseLabel(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'major-change':
      return `a major change was published on ${formatDay(lapse.on)}`;
    case 'dead-source':
      return lapse.urls.length === 1
        ? 'one of its sources is no longer available'
        : `${numberWord(lapse.urls.length)} of its sources are no longer available`;
    case 'withdrawn-study':
      return lapse.studies.length === 1
        ? 'a case study it links to was withdrawn'
        : `${numberWord(lapse.studies.length)} case studies it links to were withdrawn`;
  }
}

/** The warning on a page that is overdue for review. */
export function overdueText(due: string): {what: string; advice: string} {
  return {
    what: 'This page is overdue for review.',
    advice: `It was due by ${formatDay(due)}: check its sources before you rely on it.`,
  };
}
