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

const dayOf = (date: Date | string | null | undefined) =>
  date ? new Date(date).toISOString().slice(0, 'yyyy-mm-dd'.length) : undefined;

/** The entries of a feed in either format, as a reader that shares no code with ours finds them. */
export function readFeed(text: string): ReadEntry[] {
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
}
