import type {FeedAddresses} from '../../content/addresses/feed-addresses.ts';

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
}

interface Publication {
  name: string;
  /** The full address of the home page. */
  url: string;
  /** A BCP 47 tag. */
  language: string;
  /** The attribution that the licence asks for. */
  rights: string;
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
type CalendarEntry = Pick<FeedEntry, 'id' | 'url' | 'title' | 'updated'>;
