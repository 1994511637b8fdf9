import {oncePer} from '../memo.ts';
import type {Review} from '../schemas/records/review-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {chainsOf, changedPageAddress, type PageChain} from '../updates/page-chains.ts';
import {type PublishedPage, publishedFingerprint} from '../updates/published.ts';

/** How a page differs from the text that was reviewed. */
export interface ChangedSince {
  /** The address of the difference, without the base URL; missing if several updates made it or it is unpublished. */
  difference?: string;
}

/** The text that was reviewed, and the later updates of the page. */
export interface SinceReview {
  /** Missing if that text is not on record. */
  reviewed?: PublishedPage;
  later: PageChain['steps'];
}

const chainsByPage = oncePer<ReadonlyMap<string | undefined, PageChain>, Toolkit>(
  (toolkit) => new Map(chainsOf(toolkit).map((chain) => [chain.now, chain])),
);

/** The published texts of a page, oldest first, including those before it moved. */
export function stepsOf(toolkit: Toolkit, pageId: string): PageChain['steps'] {
  return chainsByPage(toolkit).get(pageId)?.steps ?? [];
}

/** Whether a page is unchanged since its review. Commands that change only its links keep the review valid. */
export function isAsReviewed(page: PageEntry, {fingerprint, carried}: Review): boolean {
  return [fingerprint, carried].includes(page.fingerprint());
}

/** Finds the reviewed text by its fingerprint, because several updates and reviews can have the same day. */
export function sinceReview(toolkit: Toolkit, page: PageEntry, {fingerprint, carried}: Review): SinceReview {
  const steps = stepsOf(toolkit, page.id);
  const find = (wanted: string | undefined) =>
    steps.findLastIndex((step) => step.page && publishedFingerprint(toolkit, step.page) === wanted);
  const at = Math.max(find(fingerprint), carried === undefined ? -1 : find(carried));
  const reviewed = steps[at]?.page;
  return reviewed ? {reviewed, later: steps.slice(at + 1)} : {later: []};
}

/** The difference that readers can see. */
export function changesSinceReview(toolkit: Toolkit, page: PageEntry, {later}: SinceReview): ChangedSince {
  const [only, ...others] = later;
  if (!only?.page || others.length > 0) return {};
  const print = publishedFingerprint(toolkit, only.page);
  return print === page.fingerprint() ? {difference: changedPageAddress(toolkit, only.slug, only.id)} : {};
}
