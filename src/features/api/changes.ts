import type {HistoryEntry} from '../../changes/updates/history.ts';
import type {PublishedUpdate} from '../../changes/updates/page-record.ts';
import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';

/** A link to a page, with the addresses of GOV.UK's content items; only an id where the page is gone. */
export interface ApiPageLink {
  id: string;
  title?: string;
  /** `guidance`, `case_study`, `handbook`, or the id of a collection. */
  document_type?: string;
  base_path?: string;
  /** The path of its content item on the same host. */
  api_path?: string;
  web_url?: string;
  api_url?: string;
  withdrawn?: true;
}

/** A change in the history of a page. Days are RFC 3339 `full-date`, because no time of day is known. */
export interface HistoryItem extends Pick<ChangeNote, 'note' | 'kind' | 'corrects'> {
  /** The update and the number of the change in it, from 1: `2026-11-24#2`. It never changes. */
  id: string;
  public_timestamp: string;
  update_type?: string;
  /** Only where the day is not known. */
  published?: {earliest: string; latest: string};
  corrections?: {id: string; public_timestamp: string; note: string; web_url: string}[];
  web_url: string;
}

export interface Change extends HistoryItem, Omit<ChangeNote, 'note' | 'kind' | 'corrects' | 'pages'> {
  update: {slug: string; title: string};
  pages: ApiPageLink[];
}

/**
 * The words of publishing for kinds of notes, as https://www.crossref.org/documentation/crossmark/ has them. A new page
 * and a move are not among them: they update no earlier text.
 */
const UPDATE_TYPES: {readonly [Kind in ChangeNote['kind']]?: string} = {
  'content-added': 'addendum',
  'content-changed': 'new_version',
  'content-removed': 'new_version',
  'page-withdrawn': 'withdrawal',
  correction: 'correction',
};

/** Every change of updates in order, with its later corrections. */
export function changesOf(
  updates: readonly PublishedUpdate[],
  site: SiteAddress,
  linkTo: (id: string) => ApiPageLink,
): Change[] {
  const all = updates.flatMap((update) =>
    update.changes.map((change, index): Change => {
      const {note, kind, corrects, significance, pages, ...rest} = change;
      const {slug, title, published} = update;
      return {
        id: changeId(slug, index + 1),
        public_timestamp: published.latest,
        ...(published.earliest !== published.latest && {published}),
        note,
        kind,
        ...(UPDATE_TYPES[kind] && {update_type: UPDATE_TYPES[kind]}),
        ...(corrects !== undefined && {corrects}),
        web_url: absoluteUrl(site, `/updates/${slug}/`),
        significance,
        update: {slug, title},
        pages: pages.map(linkTo),
        ...rest,
      };
    }),
  );
  const putting = all.filter(({corrects}) => corrects !== undefined);
  return all.map((change) => {
    const corrections = putting
      .filter(({corrects}) => corrects === change.id || corrects === change.update.slug)
      .map(({id, public_timestamp, note, web_url}) => ({id, public_timestamp, note, web_url}));
    return corrections.length > 0 ? {...change, corrections} : change;
  });
}

export function historyItems(entries: readonly HistoryEntry[], changes: ReadonlyMap<string, Change>): HistoryItem[] {
  return entries.flatMap(({update, nth}) => {
    const change = changes.get(changeId(update, nth));
    if (!change) return [];
    const {significance: _, update: _update, pages: _pages, editions: _editions, answers: _answers, ...rest} = change;
    const {why: _why, who_is_affected: _who, what_to_do: _what, ...item} = rest;
    return [item];
  });
}

/** Changes by the month they were published in, newest first; a range of days belongs to the month of the last. */
export function byMonth(changes: Iterable<Change>): Map<string, Change[]> {
  const months = Map.groupBy(changes, (change) => change.public_timestamp.slice(0, 'yyyy-mm'.length));
  return new Map([...months].sort(([a], [b]) => (a < b ? 1 : -1)));
}

function changeId(slug: string, nth: number): string {
  return `${slug}#${nth}`;
}
