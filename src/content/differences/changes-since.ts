import type {CountedChange} from '../counted-changes.ts';
import {countChanges} from '../counted-changes.ts';
import {updatesSince} from '../edition-updates.ts';
import {idsOf} from '../page-id.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Edition, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/** An update as those are told who adopted an edition before it. */
export interface UpdateSince extends Pick<Update, 'slug' | 'title' | 'published'> {
  changes: CountedChange[];
}

const HANDBOOK = 'handbook/';

const BEGINNINGS: ReadonlySet<ChangeNote['kind']> = new Set(['page-added', 'case-study-added']);

/**
 * The major changes since an edition, newest update first. Left out are those of the handbook, which no edition holds, and
 * later changes of pages that are new since: who adopted the edition never read them as they were before.
 */
export function changesSince(toolkit: Toolkit, edition: Edition): UpdateSince[] {
  const held = new Set(edition.pages.map(({id}) => id));
  const lines = allPages(toolkit).map(({id, data}) => idsOf(id, data.redirect_from));
  const known = new Set([...held, ...lines.filter((ids) => ids.some((id) => held.has(id))).flat()]);
  const concerns = ({kind, significance, pages}: ChangeNote) =>
    significance === 'major' && pages.some((id) => known.has(id) || (BEGINNINGS.has(kind) && !id.startsWith(HANDBOOK)));
  return updatesSince(
    toolkit.updates.map(({data}) => data),
    edition,
  )
    .map(({slug, title, published, changes}) => ({
      slug,
      title,
      published,
      changes: countChanges(changes).filter(concerns),
    }))
    .filter(({changes}) => changes.length > 0);
}
