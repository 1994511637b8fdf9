import {renderCsv} from '../../format/render-csv.ts';
import {addressOf, idsOf} from '../../model/pages/page-id.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import type {Update} from '../../model/schemas/update-schema.ts';
import type {Edition, Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import type {CountedChange} from '../../model/updates/change-labels.ts';
import {CHANGE_WORDS, countChanges} from '../../model/updates/change-labels.ts';
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
  const updates = updatesSince(
    toolkit.updates.map(({data}) => data),
    edition,
  );
  return updates
    .map(({slug, title, published, changes}) => ({
      slug,
      title,
      published,
      changes: countChanges(changes).filter(concerns),
    }))
    .filter(({changes}) => changes.length > 0);
}

const HEADER = [
  'Published, first possible day',
  'Published, last possible day',
  'Update',
  'Update address',
  'What happened',
  'Page ids',
  'Page addresses',
  'Change note',
  'Why',
  'Who is affected',
  'What to do',
];

/** Separates the values of one cell. */
const SEPARATOR = ' | ';

/**
 * The changes since an edition for a spreadsheet, newest update first; `urlOf` makes a full address of one in this
 * site.
 */
export function renderSinceCsv(updates: readonly UpdateSince[], urlOf: (address: string) => string): string {
  const rows = updates.flatMap(({slug, title, published, changes}) =>
    changes.map(({kind, pages, note, why = '', who_is_affected: who = '', what_to_do: action = ''}) => [
      published.earliest,
      published.latest,
      title,
      urlOf(`/updates/${slug}/`),
      CHANGE_WORDS[kind],
      pages.join(SEPARATOR),
      pages.map((id) => urlOf(addressOf(id))).join(SEPARATOR),
      note,
      why,
      who,
      action,
    ]),
  );
  return renderCsv([HEADER, ...rows]);
}
