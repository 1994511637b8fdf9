import type {Text} from '../../language/text.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import {updateSchema} from '../../model/schemas/update-schema.ts';
import {namedPages} from '../../model/updates/collect-changes.ts';

/**
 * Proposes a title: what happened to the first page of the first major change, and how many more pages are named. `Joint procurement changed, and two more pages`.
 */
export function proposeTitle(
  changes: readonly ChangeNote[],
  titleOf: (id: string) => string,
  isLive: (id: string) => boolean,
  {titles: t}: Text,
): string {
  const lead = changes.find(({significance}) => significance === 'major') ?? changes[0];
  const first = lead?.pages[0];
  if (!lead || first === undefined) return '';
  const others = namedPages(changes).length - 1;
  const title = titleOf(first);
  const event = isLive(first) ? t.kinds[lead.kind](title) : t.removed(title);
  const what = lead.significance === 'major' ? event : t.small(title);
  const proposed = others === 0 ? what : t.withOthers(what, others);
  const fits = updateSchema.shape.title.safeParse(proposed).success;
  return fits ? proposed : t.pages(others + 1);
}
