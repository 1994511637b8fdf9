import {addMonths} from '../freshness.ts';
import type {Toolkit} from '../toolkit.ts';
import type {ReviewStanding} from './review-standings.ts';
import {reviewStandings} from './review-standings.ts';

/** The pages that somebody has to check: overdue, due within a month, or with a check that holds no more. */
export function dueStandings(toolkit: Toolkit, today: string): ReviewStanding[] {
  return reviewStandings(toolkit, today).filter(({due, lapses}) => lapses.length > 0 || addMonths(due, -1) <= today);
}
