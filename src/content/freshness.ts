import type {Review} from './schemas/review-schema.ts';

/** What readers are told of when somebody last read a page against its sources. */
export interface Freshness {
  review?: Review;
  /** Whether the words have changed since that review. */
  changedSince: boolean;
  /** The day by which somebody must read the page again; none for a page that was never published. */
  due?: string;
  overdue: boolean;
  /** How many of its sources no longer open; left out where all of them do, or nobody knows better. */
  unavailableSources?: {count: number; of: number};
}

/** Works out when a page must be read again, from its last review or, without one, from its publication. */
export function freshnessOf(page: {
  review?: Review | undefined;
  firstPublished?: string | undefined;
  reviewEveryMonths: number;
  fingerprint: string;
  today: string;
  /** Whether each of its sources opens. */
  sources?: readonly {isAvailable: boolean}[];
}): Freshness {
  const {review, firstPublished, reviewEveryMonths, fingerprint, today, sources = []} = page;
  const unavailable = sources.filter(({isAvailable}) => !isAvailable).length;
  const since = review?.on ?? firstPublished;
  const due = since === undefined ? undefined : addMonths(since, reviewEveryMonths);
  return {
    ...(review && {review}),
    changedSince: review !== undefined && review.fingerprint !== fingerprint,
    ...(due !== undefined && {due}),
    overdue: due !== undefined && due < today,
    ...(unavailable > 0 && {unavailableSources: {count: unavailable, of: sources.length}}),
  };
}

/** How many years after its end a case study is told to be old. */
const OLD_AFTER_YEARS = 5;

/** Whether what a case study tells of ended more than five years before a day. */
export function isOldStudy(period: {to?: {year: number} | undefined} | undefined, today: string): boolean {
  return period?.to !== undefined && period.to.year + OLD_AFTER_YEARS < Number(today.slice(0, 'yyyy'.length));
}

/** A day some months later; the last of the month where that month has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
