import {Readable} from 'node:stream';
import FeedParser from 'feedparser';
import {parseFeed} from 'feedsmith';

/** An entry as a reader of feeds shows it. */
export interface ReadEntry {
  id: string;
  title: string;
  link: string;
  content: string;
  /** The day, `2026-11-24`; `undefined` where the feed tells none. */
  published: string | undefined;
  updated: string | undefined;
}

/** A program that reads feeds. */
export interface FeedReader {
  name: string;
  formats: readonly ('atom' | 'rss' | 'json')[];
  read(text: string): Promise<ReadEntry[]>;
}

const dayOf = (date: Date | string | null | undefined) =>
  date ? new Date(date).toISOString().slice(0, 'yyyy-mm-dd'.length) : undefined;

const feedsmith: FeedReader = {
  name: 'feedsmith',
  formats: ['atom', 'rss', 'json'],
  async read(text) {
    const {format, feed} = parseFeed(text);
    if (format === 'atom') {
      return (feed.entries ?? []).map((entry) => ({
        id: entry.id ?? '',
        title: entry.title?.value ?? '',
        link: entry.links?.[0]?.href ?? '',
        content: entry.content?.value ?? '',
        published: dayOf(entry.published),
        updated: dayOf(entry.updated),
      }));
    }
    if (format === 'rss') {
      return (feed.items ?? []).map((item) => ({
        id: item.guid?.value ?? '',
        title: item.title ?? '',
        link: item.link ?? '',
        content: item.description ?? '',
        published: dayOf(item.pubDate),
        updated: dayOf(item.atom?.updated),
      }));
    }
    if (format === 'json') {
      return (feed.items ?? []).map((item) => ({
        id: item.id ?? '',
        title: item.title ?? '',
        link: item.url ?? '',
        content: item.content_html ?? '',
        published: dayOf(item.date_published),
        updated: dayOf(item.date_modified),
      }));
    }
    throw new Error(`feedsmith took a feed for ${format}`);
  },
};

const feedparser: FeedReader = {
  name: 'feedparser',
  formats: ['atom', 'rss'],
  async read(text) {
    const items = Readable.from([text]).pipe(new FeedParser({normalize: true}));
    const entries: ReadEntry[] = [];
    for await (const item of items as AsyncIterable<FeedParser.Item>) {
      entries.push({
        id: item.guid,
        title: item.title,
        link: item.link,
        content: item.description,
        published: dayOf(item.pubdate),
        updated: dayOf(item.date),
      });
    }
    return entries;
  },
};

/** Two readers that share no code: one stands on `fast-xml-parser`, the other on `sax`. */
export const FEED_READERS: readonly FeedReader[] = [feedsmith, feedparser];
