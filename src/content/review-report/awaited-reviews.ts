import {dueReviews} from '../due-reviews.ts';
import {formatDay} from '../format-date.ts';
import {addMonths} from '../freshness.ts';
import {pageIdOf} from '../page-id.ts';
import {compareText} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {pageNames} from './page-names.ts';
import type {AwaitedReview} from './review-report.ts';

/** Pages to be read against their sources: overdue, or due within a month; the longest overdue first. */
export function awaitedReviews(toolkit: Toolkit, today: string): AwaitedReview[] {
  const nameOf = pageNames(toolkit);
  return dueReviews(toolkit, today)
    .filter(({due}) => addMonths(due, -1) <= today)
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.document.path, b.document.path))
    .map(({document, due, overdue}) => ({...nameOf(pageIdOf(document.path)), due: formatDay(due), overdue}));
}
