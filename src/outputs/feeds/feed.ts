import type {FeedAddresses} from '../../model/routes/feed-addresses.ts';
import type {Update} from '../../model/schemas/update-schema.ts';
import type {PageEntry} from '../../model/toolkit.ts';
import type {Correction} from '../../model/updates/corrections.ts';

/** What an update says of the pages that a feed is about. */
export interface FeedEntry {
  /** Never changes, whatever becomes of the page; a URL, and need not lead anywhere. */
  id: string;
  /** The full address where a reader reads on. */
  url: string;
  title: string;
  /** The day it was published, `2026-11-24`; none where only a range is known. */
  published: string | undefined;
  /** The last day on which it may have been published. */
  updated: string;
  /** HTML, with full addresses alone. */
  content: string;
}

/** Who publishes a feed. */
interface Publication {
  name: string;
  /** The full address of the home page. */
  url: string;
  /** A BCP 47 tag. */
  language: string;
  /** What the licence asks to be said. */
  rights: string;
}

/** What readers are told of one page, of one subject or of the whole toolkit; only what they must be told. */
export interface Feed {
  /** Never changes, though the page moves: RFC 4287, 4.2.6. */
  id: string;
  title: string;
  description: string;
  /** The full address of the page that the feed is about. */
  url: string;
  addresses: FeedAddresses;
  /** Where its page lay before it moved: those who asked there are still told. */
  formerly: string[];
  /** The day of the newest entry; in an empty feed the first on which there was something to follow. */
  updated: string;
  publication: Publication;
  /** Newest first. */
  entries: FeedEntry[];
}

/** What every feed is made from, looked up once for all of them. */
export interface FeedSource {
  /** By their private sort key, newest first. */
  updates: readonly Update[];
  updateOf(slug: string): Update | undefined;
  corrections: readonly Correction[];
  /** The addresses where it can be read what an update changed on a page. */
  differences: ReadonlySet<string>;
  /** The first day of this publisher's updates, or of any where it has none: before it there was nothing to follow. */
  begun: string;
  /** Of several ids of a page the one by which updates named it first; the last of them where none did. */
  firstNameOf(ids: readonly string[]): string;
  /** The page of an id, or the one that had it before it moved. */
  pageOf(id: string): PageEntry | undefined;
  /** What a page is called; one that is gone, as it last was. */
  titleOf(id: string): string;
  /** `/updates/` as the rest of the web writes it. */
  urlOf(address: string): string;
  publication: Publication;
}
