import type {SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {Freshness} from './freshness.ts';
import {addMonths} from './freshness.ts';
import {freshnessByPage} from './freshness-by-page.ts';
import {SCOPE_POLICY} from './review-policy.ts';

/** How a living page stands with its review: what was checked, what changed since, and when it is due again. */
export interface ReviewStanding extends Omit<Freshness, 'due' | 'unavailableSources'> {
  page: {id: string; title: string; owner: string; document: SourceDocument};
  /** The day by which somebody must read it; a check that lapsed makes it due sooner. */
  due: string;
}

/** How each page stands, as readers are told it; without pages withdrawn or never published. */
export function reviewStandings(toolkit: Toolkit, today: string): ReviewStanding[] {
  const freshness = freshnessByPage(toolkit, today);
  return allPages(toolkit).flatMap(({id, document, data}) => {
    const {due, unavailableSources: _sources, ...standing} = freshness.get(id) ?? {};
    if (due === undefined || data.withdrawn) return [];
    return [{page: {id, title: data.title, owner: data.owner, document}, overdue: false, lapses: [], ...standing, due}];
  });
}

/** The pages to review now: overdue, due within a month, or with a review that is out of date. */
export function dueStandings(toolkit: Toolkit, today: string): ReviewStanding[] {
  return reviewStandings(toolkit, today).filter(({due, lapses}) => lapses.length > 0 || addMonths(due, -1) <= today);
}

/** The state of the review of a page; `part` where only its links or its English were checked. */
export type ReviewState = 'overdue' | 'lapsed' | 'read' | 'part' | 'unchecked';

/** The worst that is true of the review of a page. */
export function reviewState({overdue, lapses, review}: ReviewStanding): ReviewState {
  if (overdue) return 'overdue';
  if (!review) return 'unchecked';
  if (lapses.length > 0) return 'lapsed';
  return SCOPE_POLICY[review.scope].coversFacts ? 'read' : 'part';
}
