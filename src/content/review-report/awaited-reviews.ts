import {formatDay} from '../format-date.ts';
import {compareText} from '../problem.ts';
import {lapseWords} from '../review-words.ts';
import {dueStandings} from '../reviews/due-standings.ts';
import type {Toolkit} from '../toolkit.ts';
import {pageNames} from './page-names.ts';
import type {AwaitedReview} from './review-report.ts';

/** Pages to be checked: overdue, due within a month, or of which a check holds no more; the longest overdue first. */
export function awaitedReviews(toolkit: Toolkit, today: string): AwaitedReview[] {
  const nameOf = pageNames(toolkit);
  return dueStandings(toolkit, today)
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.page.document.path, b.page.document.path))
    .map(({page, due, overdue, lapses}) => ({
      ...nameOf(page.id),
      due: formatDay(due),
      overdue,
      ...(lapses.length > 0 && {lapsed: lapses.map(lapseWords).join('; ')}),
    }));
}
