import type {Scope} from '../schemas/records/review-schema.ts';

/** What a review of one scope covers. */
interface ScopePolicy {
  /** Whether it covers what the page says: it then moves the next review, and a major change ends it. */
  coversFacts: boolean;
  /** Whether a source that no longer opens ends it. */
  needsSources: boolean;
}

/** A review of links or of plain English doesn't show that the page is true. */
export const SCOPE_POLICY: Readonly<Record<Scope, ScopePolicy>> = {
  'sources-read': {coversFacts: true, needsSources: true},
  facts: {coversFacts: true, needsSources: true},
  law: {coversFacts: true, needsSources: true},
  links: {coversFacts: false, needsSources: true},
  'plain-english': {coversFacts: false, needsSources: false},
};

/** How long editors have to review a page again after its review lapsed: reading the sources takes an afternoon. */
export const MONTHS_AFTER_LAPSE = 1;
