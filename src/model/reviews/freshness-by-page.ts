import {oncePer} from '../memo.ts';
import {idsOf} from '../pages/page-id.ts';
import type {Update} from '../schemas/update-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../toolkit.ts';
import {historyOf} from '../updates/history.ts';
import {type Freshness, freshnessOf} from './freshness.ts';
import {deadSources, lapsesOf} from './lapse.ts';
import {changesSinceReview, isAsReviewed, sinceReview} from './later-updates.ts';

const known = oncePer<Map<string, ReadonlyMap<string, Freshness>>, Toolkit>(() => new Map());

/**
 * Computes the freshness of each page on a day, by id. Only reviewed pages are compared with earlier texts, because
 * hashing every page is slow.
 */
export function freshnessByPage(toolkit: Toolkit, today: string): ReadonlyMap<string, Freshness> {
  const made = known(toolkit).get(today) ?? makeFreshness(toolkit, today);
  known(toolkit).set(today, made);
  return made;
}

function makeFreshness(toolkit: Toolkit, today: string): ReadonlyMap<string, Freshness> {
  const updates = toolkit.updates.map(({data}) => data);
  const byPage = updatesByPage(updates);
  const predecessorUntil = toolkit.config.predecessor?.until;
  return new Map(
    allPages(toolkit).map((page) => {
      const {id, data} = page;
      const pageIds = idsOf(id, data.redirect_from);
      const own = [...new Set(pageIds.flatMap((pageId) => byPage.get(pageId) ?? []))];
      const dead = new Set(deadSources(toolkit, page).map(({url}) => url));
      const freshness = freshnessOf({
        ...reviewOf(toolkit, page, own, pageIds),
        firstPublished: historyOf(updates, {pageIds, predecessorUntil}).firstPublished?.latest,
        reviewEveryMonths: data.review_every,
        today,
        sources: (data.sources ?? []).map(({url}) => ({isAvailable: !dead.has(url)})),
      });
      return [id, freshness];
    }),
  );
}

function reviewOf(toolkit: Toolkit, page: PageEntry, updates: readonly Update[], pageIds: readonly string[]) {
  const review = toolkit.reviews.get(page.id);
  if (!review) return {};
  if (isAsReviewed(page, review)) return {review, lapses: lapsesOf(toolkit, page, review, [])};
  const since = sinceReview(toolkit, page, review);
  const slugs = new Set(since.later.map(({slug}) => slug));
  const majorUpdates = updates.filter(({slug, published, changes}) => {
    const isLater = since.reviewed ? slugs.has(slug) : published.latest > review.on;
    return isLater && changes.some((change) => change.significance === 'major' && namesAny(change.pages, pageIds));
  });
  return {
    review,
    changedSince: changesSinceReview(toolkit, page, since),
    lapses: lapsesOf(toolkit, page, review, majorUpdates),
  };
}

function namesAny(pages: readonly string[], pageIds: readonly string[]): boolean {
  return pages.some((id) => pageIds.includes(id));
}

/** The updates that name each page, because searching all updates for every page would be slow. */
function updatesByPage(updates: readonly Update[]): ReadonlyMap<string, Update[]> {
  const byPage = new Map<string, Update[]>();
  for (const update of updates) {
    for (const id of new Set(update.changes.flatMap(({pages}) => pages))) {
      const known = byPage.get(id);
      if (known) known.push(update);
      else byPage.set(id, [update]);
    }
  }
  return byPage;
}
