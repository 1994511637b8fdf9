import type {Review} from '../schemas/records/review-schema.ts';
import type {Lapse} from './lapse.ts';
import type {ChangedSince} from './later-updates.ts';
import {coversFacts} from './review-policy.ts';

/** What readers see about the last review of a page. */
export interface Freshness {
  review?: Review;
  /** Set if the page differs from the text that was reviewed. */
  changedSince?: ChangedSince;
  /** Why the review has lapsed; empty if it has not, or if there is none. */
  lapses: readonly Lapse[];
  /** The day on which it lapsed. */
  lapsedOn?: string;
  /** The day by which the page must be reviewed; missing for a page that was never published. */
  due?: string;
  overdue: boolean;
  /** How many of its sources no longer open; left out if none is known to be broken. */
  unavailableSources?: {count: number; of: number};
}

/** How many months editors have to review a page after its review lapsed. Reading the sources takes an afternoon. */
const MONTHS_AFTER_LAPSE = 1;

/**
 * Computes when a page must be reviewed: counted from its last review or, without one, from its publication, or sooner if
 * a review lapsed.
 */
export function freshnessOf(page: {
  review?: Review | undefined;
  firstPublished?: string | undefined;
  reviewEveryMonths: number;
  today: string;
  changedSince?: ChangedSince | undefined;
  lapses?: readonly Lapse[];
  /** Whether each source opens. */
  sources?: readonly {isAvailable: boolean}[];
}): Freshness {
  const {review, firstPublished, reviewEveryMonths, today, changedSince, lapses = [], sources = []} = page;
  const unavailable = sources.filter(({isAvailable}) => !isAvailable).length;
  const isReading = review !== undefined && coversFacts(review.scope);
  const since = isReading ? review.on : firstPublished;
  const [lapsedOn] = lapses.map(({on}) => on).sort();
  const [due] = [
    ...(since === undefined ? [] : [addMonths(since, reviewEveryMonths)]),
    ...(isReading && lapsedOn !== undefined ? [addMonths(lapsedOn, MONTHS_AFTER_LAPSE)] : []),
  ].sort();
  return {
    ...(review && {review}),
    ...(changedSince && {changedSince}),
    lapses,
    ...(lapsedOn !== undefined && {lapsedOn}),
    ...(due !== undefined && {due}),
    overdue: due !== undefined && due < today,
    ...(unavailable > 0 && {unavailableSources: {count: unavailable, of: sources.length}}),
  };
}

/** How many years after its end a case study counts as old. */
const OLD_AFTER_YEARS = 5;

/** Whether the project in a case study ended more than five years before a day. */
export function isOldStudy(period: {to?: {year: number} | undefined} | undefined, today: string): boolean {
  return period?.to !== undefined && period.to.year + OLD_AFTER_YEARS < Number(today.slice(0, 'yyyy'.length));
}

/** Adds months to a day. If the resulting month is too short, returns its last day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
