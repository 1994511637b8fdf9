import {FINDER} from '../facets.ts';
import {historyOf} from '../history.ts';
import {idsOf} from '../page-id.ts';
import type {TermPages} from '../terms.ts';
import type {Toolkit} from '../toolkit.ts';
import type {Feed} from './feed.ts';
import {CASE_STUDIES_FEED, feedOfPage, TOOLKIT_FEEDS, termUpdates, UPDATES} from './feed-addresses.ts';
import {newestDay, titled} from './feed-parts.ts';
import type {FeedSource} from './feed-source.ts';
import {toEntries} from './to-entries.ts';

/** Every update that tells readers something, those of the publisher before this one among them. */
export function toolkitFeed(source: FeedSource): Feed {
  const {updates, urlOf, publication} = source;
  const entries = toEntries(historyOf(updates, {}).major, source, {
    nameEntry: ({slug, title}) => ({id: urlOf(`${UPDATES}${slug}/`), title}),
  });
  return {
    id: urlOf(TOOLKIT_FEEDS.atom),
    title: titled('Updates', source),
    description: `What changed in ${publication.name}, and when.`,
    url: urlOf(UPDATES),
    addresses: TOOLKIT_FEEDS,
    formerly: [],
    updated: newestDay(entries) ?? source.begun,
    publication,
    entries,
  };
}

/** The updates on one priority or approach; before the first it has no page of updates, and the feed tells of it. */
export function termFeed({id, label, pageIds}: TermPages, source: FeedSource, hasPage: boolean): Feed {
  return {
    ...listFeed(termUpdates(id), pageIds, source),
    title: titled(`Updates: ${label}`, source),
    description: `What changed on the pages about ${label}, and when.`,
    url: source.urlOf(hasPage ? termUpdates(id) : UPDATES),
    addresses: {atom: feedOfPage(termUpdates(id))},
  };
}

/** The updates on case studies, those among them that are gone: that they are is news. */
export function caseStudiesFeed(toolkit: Toolkit, source: FeedSource): Feed {
  const named = source.updates.flatMap(({changes}) => changes.flatMap(({pages}) => pages));
  const pageIds = [
    ...named.filter((id) => id.startsWith('case-studies/')),
    ...toolkit.caseStudies.flatMap(({id, data}) => idsOf(id, data.redirect_from)),
  ];
  return {
    ...listFeed(FINDER, pageIds, source),
    title: titled('Updates: case studies', source),
    description: `Which case studies were added to ${source.publication.name}, and what changed in them.`,
    url: source.urlOf(FINDER),
    addresses: {atom: CASE_STUDIES_FEED},
  };
}

function listFeed(address: string, pageIds: readonly string[], source: FeedSource) {
  const {updates, urlOf, publication} = source;
  const entries = toEntries(historyOf(updates, {pageIds}).major, source, {
    about: new Set(pageIds),
    nameEntry: ({slug, title}) => ({id: `${urlOf(address)}#${slug}`, title}),
  });
  return {
    id: urlOf(feedOfPage(address)),
    formerly: [],
    updated: newestDay(entries) ?? source.begun,
    publication,
    entries,
  };
}
