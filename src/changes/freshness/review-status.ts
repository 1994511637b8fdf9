import type {SourceDocument} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {addMonths, type Freshness} from './freshness.ts';
import {freshnessByPage} from './freshness-by-page.ts';

export interface ReviewStatus extends Omit<Freshness, 'due' | 'unavailableSources'> {
  page: {id: string; title: string; owner: string; document: SourceDocument};
  /** The day by which it must be reviewed, which is sooner if a review lapsed. */
  due: string;
}

/** The review status of each page. Pages that are withdrawn or never published are left out. */
export function reviewStatuses(toolkit: Toolkit, today: string): ReviewStatus[] {
  const freshness = freshnessByPage(toolkit, today);
  return allPages(toolkit).flatMap(({id, document, data}) => {
    const {due, unavailableSources: _sources, ...status} = freshness.get(id) ?? {};
    if (due === undefined || data.withdrawn) return [];
    return [{page: {id, title: data.title, owner: data.owner, document}, overdue: false, lapses: [], ...status, due}];
  });
}

/** The pages to review now: overdue, due within a month, or with a lapsed review. */
export function dueReviews(toolkit: Toolkit, today: string): ReviewStatus[] {
  return reviewStatuses(toolkit, today).filter(({due, lapses}) => lapses.length > 0 || addMonths(due, -1) <= today);
}

export type ReviewState = 'overdue' | 'unchecked' | 'lapsed' | 'read';

export function reviewState({overdue, lapses, review}: ReviewStatus): ReviewState {
  if (overdue) return 'overdue';
  if (!review) return 'unchecked';
  return lapses.length > 0 ? 'lapsed' : 'read';
}
