import {type CsvColumn, csvRows, renderCsv} from '../../format/render-csv.ts';
import type {Text} from '../../language/text.ts';
import {addressOf, idsOf} from '../../model/pages/page-id.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import type {Update} from '../../model/schemas/update-schema.ts';
import {allPages, type Edition, type Toolkit} from '../../model/toolkit.ts';
import {type CountedChange, countChanges} from '../../model/updates/change-labels.ts';
import {updatesSince} from '../../model/updates/history.ts';

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

/** One change with its update. */
type ChangeRow = {update: UpdateSince; change: CountedChange};

/** Separates the values of one cell. */
const SEPARATOR = ' | ';

/**
 * The changes since an edition for a spreadsheet, newest update first; `urlOf` makes a full address of one in this
 * site.
 */
export function renderSinceCsv(
  updates: readonly UpdateSince[],
  urlOf: (address: string) => string,
  {changes: t, names, data: {columns: c}}: Text,
): string {
  const columns: CsvColumn<ChangeRow>[] = [
    {title: c.firstDay, read: ({update}) => update.published.earliest},
    {title: c.lastDay, read: ({update}) => update.published.latest},
    {title: names.update, read: ({update}) => update.title},
    {title: c.updateAddress, read: ({update}) => urlOf(`/updates/${update.slug}/`)},
    {title: c.happened, read: ({change}) => t.kinds[change.kind]},
    {title: c.pageIds, read: ({change}) => change.pages.join(SEPARATOR)},
    {title: c.pageAddresses, read: ({change}) => change.pages.map((id) => urlOf(addressOf(id))).join(SEPARATOR)},
    {title: c.note, read: ({change}) => change.note},
    {title: t.why, read: ({change}) => change.why},
    {title: t.who, read: ({change}) => change.who_is_affected},
    {title: t.what, read: ({change}) => change.what_to_do},
  ];
  const rows = updates.flatMap((update) => update.changes.map((change): ChangeRow => ({update, change})));
  return renderCsv(csvRows(columns, rows));
}
