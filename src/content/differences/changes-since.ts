import type {CountedChange} from '../counted-changes.ts';
import {countChanges} from '../counted-changes.ts';
import {updatesSince} from '../edition-updates.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Edition, Toolkit} from '../toolkit.ts';

/** An update as those are told who adopted an edition before it. */
export interface UpdateSince extends Pick<Update, 'slug' | 'title' | 'published'> {
  changes: CountedChange[];
}

const HANDBOOK = 'handbook/';

/** The major changes since an edition, newest update first; those of the handbook alone are left out: no edition holds it. */
export function changesSince(
  toolkit: Pick<Toolkit, 'updates'>,
  edition: Pick<Edition, 'name' | 'record'>,
): UpdateSince[] {
  const updates = toolkit.updates.map(({data}) => data);
  return updatesSince(updates, edition)
    .map(({slug, title, published, changes}) => ({
      slug,
      title,
      published,
      changes: countChanges(changes).filter(concernsEditions),
    }))
    .filter(({changes}) => changes.length > 0);
}

function concernsEditions({significance, pages}: ChangeNote): boolean {
  return significance === 'major' && pages.some((id) => !id.startsWith(HANDBOOK));
}
