import {dueReviews} from '../due-reviews.ts';
import {freshnessOf} from '../freshness.ts';
import {isGeneratedPage} from '../generated-pages.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/** Where a page stands with its reviews; the first of these that holds. */
type Standing = 'overdue' | 'lapsed' | 'checked' | 'unchecked';

/** A page, whether somebody has checked it, and by when somebody must. */
export interface PageStanding {
  page: PageEntry;
  standing: Standing;
  review: Review | undefined;
  /** The day by which it must be read again; `undefined` for a page that was never published. */
  due: string | undefined;
}

/** Where each page stands; withdrawn pages and generated ones need no review. */
export function reviewStandings(toolkit: Toolkit, today: string): PageStanding[] {
  const due = new Map(dueReviews(toolkit, today).map((entry) => [entry.document, entry]));
  return allPages(toolkit)
    .filter(({id, data}) => !data.withdrawn && !isGeneratedPage(id))
    .map((page) => {
      const review = toolkit.reviews.get(page.id);
      const {overdue = false, due: day} = due.get(page.document) ?? {};
      const standing = overdue ? 'overdue' : standingOf(page, review, today);
      return {page, standing, review, due: day};
    });
}

/** Without a review nobody needs the fingerprint, which takes time to work out. */
function standingOf({fingerprint, data}: PageEntry, review: Review | undefined, today: string): Standing {
  if (!review) return 'unchecked';
  const {changedSince} = freshnessOf({
    review,
    reviewEveryMonths: data.review_every,
    fingerprint: fingerprint(),
    today,
  });
  return changedSince ? 'lapsed' : 'checked';
}
