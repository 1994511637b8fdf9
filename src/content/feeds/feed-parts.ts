import type {FeedEntry} from './feed.ts';
import type {FeedSource} from './feed-source.ts';

/** The newest day among entries, which need not be that of the first: a range ends where it ends. */
export function newestDay(entries: readonly FeedEntry[]): string | undefined {
  return entries
    .map(({updated}) => updated)
    .sort()
    .at(-1);
}

/** The title of a feed, as titles of pages are made: what it is about comes first, for lists are narrow. */
export function titled(words: string, {publication}: FeedSource): string {
  return `${words} | ${publication.name}`;
}
