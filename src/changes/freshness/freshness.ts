import type {LinkEntry} from '../../content/link-ledger/link-ledger.ts';
import type {Review} from '../../content/schemas/review-schema.ts';

export type Lapse = {kind: 'major-change'; on: string} | {kind: 'dead-source'; on: string; urls: string[]};

export interface Freshness {
  review?: Review;
  /** Set if the review found the text as it was published earlier, and it has not changed since. */
  nothingChanged?: boolean;
  /** Set if the page changed after its review, with the address of the difference if one update made all changes. */
  changedSince?: {difference?: string};
  /** Why the review has lapsed; empty if it has not, or if there is none. */
  lapses: readonly Lapse[];
  lapsedOn?: string;
  /** The day by which the page must be reviewed; missing for a page that was never published. */
  due?: string;
  overdue: boolean;
  /** The sources that changed after the last review or, without one, after the last update; left out if none is known. */
  changedSources?: readonly ({url: string} & NonNullable<LinkEntry['changed']>)[];
  /** How many of its sources no longer open; left out if none is known to be broken. */
  unavailableSources?: {count: number; of: number};
}

/** How many months editors have to review a page after its review lapsed. Reading the sources takes an afternoon. */
const MONTHS_AFTER_LAPSE = 1;

/**
 * The day by which a page must be reviewed: counted from its last review or, without one, from its publication, or sooner
 * if the review lapsed.
 */
export function dueDay(page: {
  reviewed: string | undefined;
  firstPublished: string | undefined;
  reviewEveryMonths: number;
  lapsedOn: string | undefined;
}): string | undefined {
  const {reviewed, firstPublished, reviewEveryMonths, lapsedOn} = page;
  const since = reviewed ?? firstPublished;
  const planned = since === undefined ? [] : [addMonths(since, reviewEveryMonths)];
  const early = lapsedOn === undefined ? [] : [addMonths(lapsedOn, MONTHS_AFTER_LAPSE)];
  return [...planned, ...early].sort()[0];
}

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
