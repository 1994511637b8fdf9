import {ENGLISH, type Text} from '../../language/text.ts';
import type {Freshness, Lapse} from './freshness.ts';
import type {ReviewStatus} from './review-status.ts';

type Checked = Pick<Freshness, 'review' | 'nothingChanged' | 'changedSince' | 'lapses'>;

/** The parts of a text about the last review. They are separate, because pages link the second to the difference. */
export interface ReviewText {
  checked: string;
  /** To follow a semicolon: `the page has changed since`. */
  changed?: string;
  /** A separate sentence. */
  ended?: string;
}

/** Describes the last review of a page. `roleOf` returns the name of a role. */
export function reviewText(
  {review, nothingChanged, changedSince, lapses}: Checked,
  roleOf: (id: string) => string,
  text: Text = ENGLISH,
): ReviewText {
  const t = text.review;
  if (!review) return {checked: t.notChecked};
  const checked = t.checked({day: text.format.day(review.on), scope: t.scopes[review.scope], role: roleOf(review.by)});
  return {
    checked: nothingChanged ? `${checked}; ${t.nothingChanged}` : checked,
    ...(changedSince && {changed: t.changed}),
    ...(lapses.length > 0 && {ended: t.outdated({reasons: lapses.map((lapse) => lapseLabel(lapse, text)).join('; ')})}),
  };
}

export function reviewSummary({review, lapses = []}: Partial<Checked>, {review: t, format}: Text): string | undefined {
  if (!review) return undefined;
  const day = format.day(review.on);
  return lapses.length > 0 ? t.lastOutdated({day}) : t.last({day});
}

export function lastReviewText(checked: Checked, roleOf: (id: string) => string): string {
  const words = reviewText(checked, roleOf);
  const line = words.changed ? `${words.checked}; ${words.changed}` : words.checked;
  return words.ended ? `${line}. ${words.ended}` : line;
}

function lapseLabel(lapse: Lapse, {review: t, format}: Text = ENGLISH): string {
  switch (lapse.kind) {
    case 'major-change':
      return t.majorChange({day: format.day(lapse.on)});
    case 'dead-source':
      return t.deadSources({count: lapse.urls.length});
  }
}

/** Says when a page must be reviewed, and why then, for editors: `was due by 1 June 2026, never reviewed`. */
export function dueText({review, lapses, due, overdue}: ReviewStatus): string {
  const day = ENGLISH.format.day;
  const last = review ? `last reviewed on ${day(review.on)}` : 'never reviewed';
  return [`${overdue ? 'was' : 'is'} due by ${day(due)}`, last, ...lapses.map((lapse) => lapseLabel(lapse))].join(', ');
}
