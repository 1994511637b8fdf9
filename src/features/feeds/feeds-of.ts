import {type HistoryEntry, historyOf} from '../../changes/updates/history.ts';
import type {SiteAddress} from '../../content/addresses/addresses.ts';
import {
  CASE_STUDIES_FEED,
  calendarOf,
  feedOfPage,
  TOOLKIT_FEEDS,
  termUpdates,
  UPDATES,
} from '../../content/addresses/feed-addresses.ts';
import {FINDER} from '../../content/pages/facets.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {type TermPages, termsOf, updatedTermsOf} from '../../content/records/updated-terms.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {type Feed, type FeedEntry, type FeedSource, feedSource} from './feed.ts';
import {type NamedEntry, toEntries} from './feed-entries.ts';

/**
 * Every feed of a toolkit: of all of it, of each term of guidance, of case studies, and of each live page. There
 * are none before the first update, because a feed must say when it was updated. `differences` are the addresses of
 * pages that show what updates changed.
 */
export function feedsOf(toolkit: Toolkit, site: SiteAddress, differences?: ReadonlySet<string>): Feed[] {
  if (toolkit.updates.length === 0) return [];
  const source = feedSource(toolkit, site, differences);
  const updated = new Set(updatedTermsOf(toolkit).map(({id}) => id));
  return [
    toolkitFeed(source),
    ...termsOf(toolkit).map((term) => termFeed(term, source, updated.has(term.id))),
    ...(toolkit.config.case_studies ? [caseStudiesFeed(toolkit, source)] : []),
    ...allPages(toolkit).map((page) => pageFeed(page, source)),
  ];
}

/** Every update with major changes, including those of an earlier publisher. */
function toolkitFeed(source: FeedSource): Feed {
  const {updates, urlOf, publication, text} = source;
  return toFeed(source, {
    id: urlOf(TOOLKIT_FEEDS.atom),
    title: text.names.updates,
    description: text.updates.about({title: publication.name}),
    url: urlOf(UPDATES),
    addresses: TOOLKIT_FEEDS,
    reviews: source.reviews,
    entries: toEntries(historyOf(updates, {}).major, source, {
      nameEntry: ({slug, title}) => ({id: urlOf(`${UPDATES}${slug}/`), title}),
    }),
  });
}

/** The updates on one term; before the first it has no page of updates, so the feed links to all. */
function termFeed({id, label, pageIds}: TermPages, source: FeedSource, hasPage: boolean): Feed {
  const address = termUpdates(id);
  return toFeed(source, {
    id: source.urlOf(feedOfPage(address)),
    title: source.text.names.updatesOn({subject: label}),
    description: source.text.updates.onAbout({subject: label}),
    url: source.urlOf(hasPage ? address : UPDATES),
    addresses: {atom: feedOfPage(address), ics: calendarOf(address)},
    reviews: source.reviews.filter(({pageId}) => pageIds.includes(pageId)),
    entries: listEntries(address, pageIds, source),
  });
}

/** The updates on case studies, including removed ones. */
function caseStudiesFeed(toolkit: Toolkit, source: FeedSource): Feed {
  const named = source.updates.flatMap(({changes}) => changes.flatMap(({pages}) => pages));
  const pageIds = [
    ...named.filter((id) => id.startsWith('case-studies/')),
    ...toolkit.caseStudies.flatMap(({ids}) => ids),
  ];
  return toFeed(source, {
    id: source.urlOf(CASE_STUDIES_FEED),
    title: source.text.finder.feed,
    description: source.text.updates.feedOfStudies({title: source.publication.name}),
    url: source.urlOf(FINDER),
    addresses: {atom: CASE_STUDIES_FEED},
    entries: listEntries(FINDER, pageIds, source),
  });
}

/**
 * The updates of one live page by this publisher. Changes by an earlier publisher are in the feeds of lists and of the
 * toolkit.
 */
function pageFeed({ids: pageIds, data, address}: PageEntry, source: FeedSource): Feed {
  const about = new Set(pageIds);
  const {major, firstPublished} = historyOf(source.updates, {
    pageIds,
    predecessorUntil: source.config.predecessor?.until,
  });
  return toFeed(source, {
    id: source.urlOf(feedOfPage(addressOf(source.config, source.firstNameOf(pageIds)))),
    title: `${source.text.updates.feedOfPage}: ${data.title}`,
    description: data.description,
    url: source.urlOf(address),
    addresses: {atom: feedOfPage(address)},
    formerly: (data.redirect_from ?? []).filter((from) => from !== address).map(feedOfPage),
    begun: firstPublished?.latest,
    entries: toEntries(major, source, {
      about,
      nameEntry: (update, changes) => nameOnPage(update, changes, about, source),
    }),
  });
}

/** Named by the page's id at the time of the update, which stays when the page moves. */
function nameOnPage(
  {slug, title}: Update,
  changes: readonly HistoryEntry[],
  about: ReadonlySet<string>,
  {urlOf, text}: FeedSource,
): NamedEntry {
  const pageId = changes.flatMap(({pages}) => pages).find((name) => about.has(name));
  const kinds = new Set(changes.map(({kind}) => text.changes.kinds[kind]));
  return {id: urlOf(`${UPDATES}${slug}/changes/${pageId}/`), title: `${[...kinds].join(', ')}: ${title}`, pageId};
}

function listEntries(address: string, pageIds: readonly string[], source: FeedSource): FeedEntry[] {
  return toEntries(historyOf(source.updates, {pageIds}).major, source, {
    about: new Set(pageIds),
    nameEntry: ({slug, title}) => ({id: `${source.urlOf(address)}#${slug}`, title}),
  });
}

/** How many updates a feed has: programs that ask for it have read the older ones. */
const MAX_ENTRIES = 30;

/** Keeps the newest entries, and adds the name of the toolkit to the title, after the subject, as in page titles. */
function toFeed(
  {publication, begun: allBegun}: FeedSource,
  {
    begun = allBegun,
    title,
    ...feed
  }: Omit<Feed, 'updated' | 'publication' | 'formerly'> & {
    formerly?: string[];
    begun?: string | undefined;
  },
): Feed {
  // The newest day need not be that of the first entry, because of ranges.
  const [newest = begun] = feed.entries
    .map(({updated}) => updated)
    .sort()
    .reverse();
  const entries = feed.entries.slice(0, MAX_ENTRIES);
  return {formerly: [], ...feed, entries, title: `${title} | ${publication.name}`, updated: newest, publication};
}
