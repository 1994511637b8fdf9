import {SCOPE_POLICY} from '../reviews/review-policy.ts';
import type {ReviewStanding} from '../reviews/review-standings.ts';

/**
 * How a page stands with its review, one of these alone: `part` where somebody looked at its links or its English and
 * nobody held what it says against its sources.
 */
export type PageStanding = 'overdue' | 'lapsed' | 'read' | 'part' | 'unchecked';

/** How a page stands; what is worst is told. */
export function pageStanding({overdue, lapses, review}: ReviewStanding): PageStanding {
  if (overdue) return 'overdue';
  if (!review) return 'unchecked';
  if (lapses.length > 0) return 'lapsed';
  return SCOPE_POLICY[review.scope].countsAsReading ? 'read' : 'part';
}
