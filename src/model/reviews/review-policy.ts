import type {Scope} from '../schemas/records/review-schema.ts';

/** Whether a review covers the facts. It then postpones the next review, and lapses on a major change. */
export function coversFacts(scope: Scope): boolean {
  return scope !== 'links' && scope !== 'plain-english';
}

/** Whether a review lapses when a source no longer opens. */
export function needsSources(scope: Scope): boolean {
  return scope !== 'plain-english';
}
