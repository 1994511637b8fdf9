import {updatesSince} from '../edition-updates.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import type {Comparison} from './compare-editions.ts';

/** What readers were told, newest first, of pages between two states of the toolkit. */
export function toldBetween(
  {updates, editions}: Pick<Toolkit, 'updates' | 'editions'>,
  {from, to}: Pick<Comparison, 'from' | 'to'>,
): (ids: readonly string[]) => ChangeNote[] {
  const all = updates.map(({data}) => data);
  const since = (name: string) => {
    const edition = editions.find((candidate) => candidate.name === name);
    return edition ? updatesSince(all, edition) : [];
  };
  const later = new Set(since(to));
  const changes = since(from)
    .filter((update) => !later.has(update))
    .flatMap((update) => update.changes);
  return (ids) => changes.filter(({pages}) => pages.some((id) => ids.includes(id)));
}
