import type {Scope} from '../schemas/review-schema.ts';

/** What a check of one scope is worth, and what ends it. */
interface ScopePolicy {
  /** Whether the page counts as read, so that its next review falls due from that day. */
  countsAsReading: boolean;
  /** Whether it vouches for what the page says: figures, days, duties. */
  coversFacts: boolean;
  /** Whether a source that no longer opens ends it. */
  needsSources: boolean;
}

/**
 * A check of links or of plain English says nothing of whether the page is true: it puts off no reading against the
 * sources, and a changed figure is nothing to it.
 */
export const SCOPE_POLICY: Readonly<Record<Scope, ScopePolicy>> = {
  'sources-read': {countsAsReading: true, coversFacts: true, needsSources: true},
  facts: {countsAsReading: true, coversFacts: true, needsSources: true},
  law: {countsAsReading: true, coversFacts: true, needsSources: true},
  links: {countsAsReading: false, coversFacts: false, needsSources: true},
  'plain-english': {countsAsReading: false, coversFacts: false, needsSources: false},
};

/**
 * When so much of a page has changed that a check of it holds no more. A quarter of its paragraphs, list items and facts,
 * those that came and went among them: who checked the page has then not seen every fourth thing that it says. An
 * eighth where the change is one of figures, days, sources or duties, in a check that covers facts. Never fewer than
 * three: a short page keeps its check when a word or a figure of it is put right, and readers are told of the change.
 */
export const LARGE_EDIT = {share: 1 / 4, weightyShare: 1 / 8, atLeast: 3} as const;

/** A check that lapsed leaves this long to make it again; reading a page against its sources takes an afternoon. */
export const MONTHS_AFTER_LAPSE = 1;
