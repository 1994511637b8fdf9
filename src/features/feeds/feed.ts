import {reviewStatuses} from '../../changes/freshness/review-status.ts';
import {pageTitles} from '../../changes/updates/announce.ts';
import {correctionsOf} from '../../changes/updates/corrections.ts';
import {newestFirst} from '../../changes/updates/history.ts';
import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import type {FeedAddresses} from '../../content/addresses/feed-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';

/** What an update changed on the pages of a feed. */
export interface FeedEntry {
  /** A URL that never changes, even if the page does, and need not exist. */
  id: string;
  url: string;
  title: string;
  /** The day it was published, `2026-11-24`; undefined where only a range is known. */
  published: string | undefined;
  /** The last day on which it may have been published. */
  updated: string;
  /** HTML with full addresses only. */
  content: string;
  /** The change notes with their pages, as a calendar shows them. */
  notes: readonly string[];
}

interface Publication {
  name: string;
  /** The full address of the home page. */
  url: string;
  /** A BCP 47 tag. */
  language: string;
  /** The attribution that the licence asks for. */
  rights: string | undefined;
}

/** The major changes of one page, of one subject or of the whole toolkit. */
export interface Feed {
  /** Never changes, even if the page moves: RFC 4287, 4.2.6. */
  id: string;
  title: string;
  description: string;
  /** The full address of the page that the feed is about. */
  url: string;
  addresses: FeedAddresses;
  /** Former addresses of its page, where subscribers still ask for the feed. */
  formerly: string[];
  /** The day of the newest entry; in an empty feed the first day on which there was something to follow. */
  updated: string;
  publication: Publication;
  /** Newest first. */
  entries: FeedEntry[];
  /** The days on which reviews are due, which only a calendar shows. */
  reviews?: readonly CalendarEntry[];
}

/** What a calendar shows on a day, `updated`. */
type CalendarEntry = Pick<FeedEntry, 'id' | 'url' | 'title' | 'updated'> & Partial<Pick<FeedEntry, 'notes'>>;

/** The data for every feed, looked up once. */
export type FeedSource = ReturnType<typeof feedSource>;

/** @param differences the addresses of pages that show what an update changed */
export function feedSource(toolkit: Toolkit, site: SiteAddress, differences: ReadonlySet<string> = new Set()) {
  const text = textOf(toolkit.config);
  const updates = newestFirst(toolkit.updates.map(({data}) => data));
  const bySlug = new Map(updates.map((update) => [update.slug, update]));
  const pages = new Map(
    // Current ids come last, so that they win over a former id of another page.
    [
      ...allPages(toolkit).flatMap((page) => page.ids.map((id) => [id, page] as const)),
      ...allPages(toolkit).map((page) => [page.id, page] as const),
    ],
  );
  const {titleOf} = pageTitles(toolkit);
  const {config} = toolkit;
  const {title, language, licence, predecessor} = config;
  const days = updates.map(({published}) => published.latest).sort();
  const named = [...new Set(updates.toReversed().flatMap(({changes}) => changes.flatMap((change) => change.pages)))];
  const firsts = new Map(named.map((id, index) => [id, index]));
  const firstOf = (id: string) => firsts.get(id) ?? Number.POSITIVE_INFINITY;
  return {
    text,
    config,
    updates,
    updateOf: (slug: string) => bySlug.get(slug),
    headOf: (slug: string) => toolkit.updateRecords.get(slug)?.head,
    corrections: correctionsOf(updates),
    differences,
    /** The day of this publisher's first update, or of any first update. */
    begun: days.find((day) => day > (predecessor?.until ?? '')) ?? days[0] ?? '',
    /** The id that updates used first for a page; the last of the ids where no update names it. */
    firstNameOf: (ids: readonly string[]) => ids.reduce((first, id) => (firstOf(id) <= firstOf(first) ? id : first)),
    pageOf: (id: string) => pages.get(id),
    // The day matters only for what is overdue, which calendars show by themselves.
    reviews: reviewStatuses(toolkit, '').map(({page: {id, title: name}, due}) => {
      const url = absoluteUrl(site, addressOf(toolkit.config, id));
      return {pageId: id, id: `${url}#review`, url, title: text.follow.reviewDue({title: name}), updated: due};
    }),
    /** The title of a page, also of one that is gone. */
    titleOf: (id: string) => pages.get(id)?.data.title ?? titleOf(id),
    urlOf: (address: string) => absoluteUrl(site, address),
    publication: {name: title, url: absoluteUrl(site, '/'), language, rights: licence?.attribution},
  };
}
