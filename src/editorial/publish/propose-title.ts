import {numberWord} from '../../format/text.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import {updateSchema} from '../../model/schemas/update-schema.ts';
import {namedPages} from '../../model/updates/collect-changes.ts';

/** What happened to the first page that a change names. */
const TITLES: Readonly<Record<ChangeNote['kind'], (title: string) => string>> = {
  'page-added': (title) => `${title} added`,
  'case-study-added': (title) => `${title} added`,
  'content-added': (title) => `${title} extended`,
  'content-changed': (title) => `${title} changed`,
  'content-removed': (title) => `${title} shortened`,
  'page-moved': (title) => `${title} moved`,
  'page-withdrawn': (title) => `${title} withdrawn`,
  correction: (title) => `${title} corrected`,
};

/**
 * Proposes a title: what happened to the first page of the first major change, and how many more pages are named. `Joint procurement changed, and two more pages`.
 */
export function proposeTitle(
  changes: readonly ChangeNote[],
  titleOf: (id: string) => string,
  isLive: (id: string) => boolean,
): string {
  const lead = changes.find(({significance}) => significance === 'major') ?? changes[0];
  const first = lead?.pages[0];
  if (!lead || first === undefined) return '';
  const others = namedPages(changes).length - 1;
  const title = titleOf(first);
  const event = isLive(first) ? TITLES[lead.kind](title) : `${title} removed`;
  const what = lead.significance === 'major' ? event : `Small corrections: ${title}`;
  const proposed = others === 0 ? what : `${what}, and ${countPages(others, 'more ')}`;
  const fits = updateSchema.shape.title.safeParse(proposed).success;
  return fits ? proposed : `Changes to ${countPages(others + 1)}`;
}

function countPages(count: number, more = ''): string {
  return `${numberWord(count)} ${more}${count === 1 ? 'page' : 'pages'}`;
}
