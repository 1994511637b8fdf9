import {CHANGE_WORDS} from '../change-words.ts';
import type {HistoryEntry} from '../history.ts';
import {historyOf} from '../history.ts';
import {addressOf, idsOf} from '../page-id.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {PageEntry} from '../toolkit.ts';
import type {Feed} from './feed.ts';
import {feedOfPage, UPDATES} from './feed-addresses.ts';
import {newestDay, titled} from './feed-parts.ts';
import type {FeedSource} from './feed-source.ts';
import {toEntries} from './to-entries.ts';

/**
 * The updates of one live page; its own alone. What another publisher changed before is no news of this text, and
 * stands in the feeds of lists and of the toolkit.
 */
export function pageFeed({id, data, address}: PageEntry, source: FeedSource, predecessorUntil?: string): Feed {
  const {updates, urlOf, publication, begun} = source;
  const pageIds = idsOf(id, data.redirect_from);
  const about = new Set(pageIds);
  const {major, firstPublished} = historyOf(updates, {pageIds, predecessorUntil});
  const entries = toEntries(major, source, {
    about,
    nameEntry: (update, changes) => nameEntry(update, changes, about, source),
  });
  return {
    id: urlOf(feedOfPage(addressOf(source.firstNameOf(pageIds)))),
    title: titled(`Changes to this page: ${data.title}`, source),
    description: data.description,
    url: urlOf(address),
    addresses: {atom: feedOfPage(address)},
    formerly: (data.redirect_from ?? []).map(feedOfPage),
    updated: newestDay(entries) ?? firstPublished?.latest ?? begun,
    publication,
    entries,
  };
}

/** Named by the page as the update calls it: a name that stays when the page moves. */
function nameEntry(
  {slug, title}: Update,
  changes: readonly HistoryEntry[],
  about: ReadonlySet<string>,
  {urlOf}: FeedSource,
) {
  const pageId = changes.flatMap(({pages}) => pages).find((name) => about.has(name));
  const kinds = new Set(changes.map(({kind}) => CHANGE_WORDS[kind]));
  return {id: urlOf(`${UPDATES}${slug}/changes/${pageId}/`), title: `${[...kinds].join(', ')}: ${title}`, pageId};
}
