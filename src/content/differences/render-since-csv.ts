import {CHANGE_WORDS} from '../change-words.ts';
import {addressOf} from '../page-id.ts';
import {renderCsv} from '../render-csv.ts';
import type {UpdateSince} from './changes-since.ts';

const HEADER = [
  'Published, first possible day',
  'Published, last possible day',
  'Update',
  'Update address',
  'What happened',
  'Page ids',
  'Page addresses',
  'What readers were told',
  'Why',
  'Who is affected',
  'What to do',
];

/** Between the values of one cell. */
const SEPARATOR = ' | ';

/** The changes since an edition for a spreadsheet, newest update first; `urlOf` makes a full address of one in this site. */
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
