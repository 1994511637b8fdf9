import {changedPageAddress} from '../differences/update-differences.ts';
import type {PublishedPage} from '../published.ts';
import {publishedFingerprint} from '../published-fingerprint.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {checkedStep, stepsOf} from './checked-text.ts';
import {isLargeEdit, measureChange} from './measure-change.ts';
import {readLive, readPublished} from './read-text.ts';

/** What changed on a page since somebody checked it. */
export interface ChangedSince {
  /** How many paragraphs, list items and facts; 0 where the text that was checked is not on record. */
  paragraphs: number;
  /** Whether all of them are paragraphs. */
  areParagraphs: boolean;
  /** Where the difference is read, without the base URL; left out where several updates made it, or it waits. */
  difference?: string;
}

/** What changed, and where that is too much for the check: how much, and since what day. */
interface FoundChange {
  changedSince?: ChangedSince;
  largeEdit?: {changed: number; of: number; on: string};
}

const NOT_ON_RECORD: FoundChange = {changedSince: {paragraphs: 0, areParagraphs: false}};

/** A text of a page that an update put live after somebody checked the page. */
interface LaterText {
  slug: string;
  /** The id of the page then. */
  id: string;
  page: PublishedPage;
}

/** Holds a page beside its text as it was checked. What waits to be published counts as of today. */
export function changedSinceReview(toolkit: Toolkit, page: PageEntry, review: Review, today: string): FoundChange {
  const now = page.fingerprint();
  if (now === review.fingerprint || now === review.carried) return {};
  const steps = stepsOf(toolkit, page.id);
  const at = checkedStep(toolkit, page.id, review);
  const checked = steps[at]?.page;
  if (!checked) return NOT_ON_RECORD;
  const before = readPublished(toolkit, checked);
  const measured = measureChange(before, readLive(toolkit, page));
  const {parts, areParagraphs, changed, of} = measured;
  // A fingerprint tells of more than readers can see.
  if (parts === 0) return {};
  const later = steps.slice(at + 1).flatMap(({slug, id, page: text}): LaterText[] => {
    return text ? [{slug, id, page: text}] : [];
  });
  const changedSince = {paragraphs: parts, areParagraphs, ...differenceIn(toolkit, checked, later, now)};
  if (!isLargeEdit(measured, review.scope)) return {changedSince};
  const first = later.find((text) =>
    isLargeEdit(measureChange(before, readPublished(toolkit, text.page)), review.scope),
  );
  return {changedSince, largeEdit: {changed, of, on: dayOf(toolkit, first?.slug) ?? today}};
}

/** What the first update changed is all that changed, where the page says today what it said then. */
function differenceIn(
  toolkit: Toolkit,
  checked: PublishedPage,
  later: readonly LaterText[],
  now: string,
): Pick<ChangedSince, 'difference'> {
  const {published, fingerprintOf} = toolkit;
  const printOf = (page: PublishedPage) => publishedFingerprint(published, page, fingerprintOf);
  const first = later.find(({page}) => printOf(page) !== printOf(checked));
  return first && printOf(first.page) === now ? {difference: changedPageAddress(toolkit, first.slug, first.id)} : {};
}

function dayOf({updates}: Toolkit, slug: string | undefined): string | undefined {
  return updates.find(({data}) => data.slug === slug)?.data.published.latest;
}
