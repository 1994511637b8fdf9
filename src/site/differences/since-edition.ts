import {type CountedChange, countChanges} from '../../changes/updates/change-labels.ts';
import {updatesSince} from '../../changes/updates/history.ts';
import {idsOf} from '../../content/pages/page-id.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type Edition, type Toolkit} from '../../content/toolkit.ts';

/** An update for readers who use an earlier edition. */
export interface UpdateSince extends Pick<Update, 'slug' | 'title' | 'published'> {
  changes: CountedChange[];
}

const HANDBOOK = 'handbook/';

const BEGINNINGS: ReadonlySet<ChangeNote['kind']> = new Set(['page-added', 'case-study-added']);

/**
 * The major changes since an edition, newest update first. It leaves out handbook pages, which are in no edition, and
 * later changes of pages that are newer than the edition.
 */
export function changesSince(toolkit: Toolkit, edition: Edition): UpdateSince[] {
  const held = new Set(edition.pages.map(({id}) => id));
  const lines = allPages(toolkit).map(({id, data}) => idsOf(id, data.redirect_from));
  const known = new Set([...held, ...lines.filter((ids) => ids.some((id) => held.has(id))).flat()]);
  const concerns = ({kind, significance, pages}: ChangeNote) =>
    significance === 'major' && pages.some((id) => known.has(id) || (BEGINNINGS.has(kind) && !id.startsWith(HANDBOOK)));
  // What began before the edition is not new to its readers, even if a note says so of all pages.
  const withoutHeld = (change: CountedChange) => {
    const pages = BEGINNINGS.has(change.kind)
      ? change.pages.filter((id) => !known.has(id) && !id.startsWith(HANDBOOK))
      : [];
    return pages.length > 0 ? {...change, pages} : change;
  };
  const updates = updatesSince(
    toolkit.updates.map(({data}) => data),
    edition,
  );
  return updates
    .map(({slug, title, published, changes}) => ({
      slug,
      title,
      published,
      changes: countChanges(changes).filter(concerns).map(withoutHeld),
    }))
    .filter(({changes}) => changes.length > 0);
}
