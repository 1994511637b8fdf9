import type {Scope} from '../schemas/records/review-schema.ts';

/** What a review with a given scope covers. */
interface ScopePolicy {
  /** Whether it covers the facts. It then postpones the next review, and lapses on a major change. */
  coversFacts: boolean;
  /** Whether it lapses when a source no longer opens. */
  needsSources: boolean;
}

/** A review of links or plain English does not show that the facts are right. */
export const SCOPE_POLICY: Readonly<Record<Scope, ScopePolicy>> = {
  'sources-read': {coversFacts: true, needsSources: true},
  facts: {coversFacts: true, needsSources: true},
  law: {coversFacts: true, needsSources: true},
  links: {coversFacts: false, needsSources: true},
  'plain-english': {coversFacts: false, needsSources: false},
};

/** How many months editors have to review a page after its review lapsed. Reading the sources takes an afternoon. */
export const MONTHS_AFTER_LAPSE = 1;
