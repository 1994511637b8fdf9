import {freshnessOf} from './freshness.ts';
import {historyOf} from './history.ts';
import {idsOf} from './page-id.ts';
import type {Update} from './schemas/update-schema.ts';
import type {SourceDocument} from './source-document.ts';
import type {Toolkit} from './toolkit.ts';
import {allPages} from './toolkit.ts';

/** The day by which a page must be read again, and whether that day is over. */
interface DueReview {
  document: SourceDocument;
  due: string;
  overdue: boolean;
}

/** When each page must be read again, as readers are told it; without pages withdrawn or never published. */
export function dueReviews(toolkit: Toolkit, today: string): DueReview[] {
  const updates = updatesByPage(toolkit);
  const predecessorUntil = toolkit.config.predecessor?.until;
  return allPages(toolkit).flatMap(({id, document, data}) => {
    const pageIds = idsOf(id, data.redirect_from);
    const own = [...new Set(pageIds.flatMap((pageId) => updates.get(pageId) ?? []))];
    const {due, overdue} = freshnessOf({
      review: toolkit.reviews.get(id),
      firstPublished: historyOf(own, {pageIds, predecessorUntil}).firstPublished?.latest,
      reviewEveryMonths: data.review_every,
      // Whether the words changed since is another matter; hashing every page would cost most of a check.
      fingerprint: '',
      today,
    });
    return due === undefined || data.withdrawn ? [] : [{document, due, overdue}];
  });
}

/** A page's history needs the updates that name it alone; looking through all of them for each would be slow. */
function updatesByPage({updates}: Toolkit): ReadonlyMap<string, Update[]> {
  const byPage = new Map<string, Update[]>();
  for (const {data} of updates) {
    for (const id of new Set(data.changes.flatMap(({pages}) => pages)))
      byPage.set(id, [...(byPage.get(id) ?? []), data]);
  }
  return byPage;
}
