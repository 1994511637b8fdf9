import {formatDay} from '../format-date.ts';
import {addMonths} from '../freshness.ts';
import {compareText} from '../problem.ts';
import {reviewStandings} from '../reviews/review-standings.ts';
import type {Toolkit} from '../toolkit.ts';
import {pageNames} from './page-names.ts';
import type {AwaitedReview} from './review-report.ts';

/** Pages to be read against their sources: overdue, or due within a month; the longest overdue first. */
export function awaitedReviews(toolkit: Toolkit, today: string): AwaitedReview[] {
  const nameOf = pageNames(toolkit);
  return reviewStandings(toolkit, today)
    .filter(({due}) => addMonths(due, -1) <= today)
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.page.document.path, b.page.document.path))
    .map(({page, due, overdue}) => ({...nameOf(page.id), due: formatDay(due), overdue}));
}
