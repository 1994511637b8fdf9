import {diffPages} from '../../diff/diff-pages.ts';
import type {PlannedFile} from '../../model/files/planned-file.ts';
import {pageIdOf} from '../../model/pages/page-id.ts';
import {isSealed, renderReview, reviewFile} from '../../model/reviews/review-record.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';

/**
 * The records that follow a change of places: sealed for the page's new id, and vouching for the same words with their
 * links led elsewhere. `moved` gives the new path of each file that moves. A record that no command made stays as it is.
 */
export function carryReviews(
  before: Toolkit,
  after: Toolkit,
  touched: readonly string[],
  moved: ReadonlyMap<string, string> = new Map(),
): PlannedFile[] {
  const origins = new Map([...moved].map(([from, to]) => [pageIdOf(to), pageIdOf(from)]));
  const ids = [...new Set([...touched, ...origins.keys()])];
  return ids.flatMap((id) => {
    const origin = origins.get(id) ?? id;
    const [page, earlier] = [pageOf(after, id), pageOf(before, origin)];
    const review = after.reviews.get(id);
    if (!page || !review || !isSealed(origin, review, before.fingerprintOf)) return [];
    // A page that was moved by hand may have changed at the same time.
    const wasAsChecked = earlier && [review.fingerprint, review.carried].includes(earlier.fingerprint());
    const isCarried = wasAsChecked && onlyLinksDiffer(earlier, page, after);
    const carried = isCarried ? page.fingerprint() : review.carried;
    const {carried: _before, ...rest} = review;
    const record = carried === undefined || carried === review.fingerprint ? rest : {...rest, carried};
    return [{path: reviewFile(id), content: renderReview(id, record, after.fingerprintOf)}];
  });
}

/** A renamed heading has new text that was not reviewed. */
function onlyLinksDiffer(before: PageEntry, after: PageEntry, {config}: Toolkit): boolean {
  const {edits} = diffPages(before.document, after.document, config.vocabularies);
  return edits.every(({kind, touches}) => kind === 'changed' && touches.every((touch) => touch === 'link'));
}

function pageOf(toolkit: Toolkit, id: string) {
  return allPages(toolkit).find((entry) => entry.id === id);
}
