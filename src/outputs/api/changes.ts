import type {HistoryEntry} from '../../model/updates/history.ts';
import type {SiteAddress} from '../../model/routes/addresses.ts';
import {absoluteUrl} from '../../model/routes/addresses.ts';
import type {PublishedUpdate} from '../../model/page-record.ts';
import type {Change, HistoryItem, PageLink} from './api-source.ts';

/** Every change of updates in their order, with what was said later to put it right. */
export function changesOf(
  updates: readonly PublishedUpdate[],
  site: SiteAddress,
  linkTo: (id: string) => PageLink,
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

/** The changes of a page's history, as its content item tells them. */
export function historyItems(entries: readonly HistoryEntry[], changes: ReadonlyMap<string, Change>): HistoryItem[] {
  return entries.flatMap(({update, nth}) => {
    const change = changes.get(changeId(update, nth));
    if (!change) return [];
    const {significance: _, update: _update, pages: _pages, editions: _editions, answers: _answers, ...told} = change;
    const {why: _why, who_is_affected: _who, what_to_do: _what, ...item} = told;
    return [item];
  });
}

/** Changes by the month they were published in, newest first; a range of days belongs to the month of the last. */
export function byMonth(changes: Iterable<Change>): Map<string, Change[]> {
  const months = new Map<string, Change[]>();
  for (const change of changes) {
    const month = change.public_timestamp.slice(0, 'yyyy-mm'.length);
    months.set(month, [...(months.get(month) ?? []), change]);
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? 1 : -1)));
}

function changeId(slug: string, nth: number): string {
  return `${slug}#${nth}`;
}
