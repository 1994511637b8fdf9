import {FINDER} from '../pages/facets.ts';
import {updateDifferenceAddress} from './difference-addresses.ts';

/** Where a feed lies in each format that it is written in, without the site's base URL. */
export interface FeedAddresses {
  atom: string;
  json?: string;
  rss?: string;
}

/** Where updates are listed. */
export const UPDATES = '/updates/';

/** The page that tells how to follow a feed. */
export const FOLLOW = `${UPDATES}follow/`;

/** The feeds of the whole toolkit. */
export const TOOLKIT_FEEDS = {
  atom: `${UPDATES}feed.atom`,
  json: `${UPDATES}feed.json`,
  rss: `${UPDATES}feed.rss`,
} as const satisfies FeedAddresses;

/** The feed of case studies. */
export const CASE_STUDIES_FEED = feedOfPage(FINDER);

/** Where a reader finds the feed of a page: beside it. */
export function feedOfPage(address: string): string {
  return `${address}feed.atom`;
}

/** Where the updates on the pages of a priority or an approach are listed. */
export function termUpdates(termId: string): string {
  return `${UPDATES}${termId}/`;
}

/**
 * Where a reader of a feed reads on: about what an update changed on one page where that has a difference, else about
 * the update. `differences` holds the addresses of all differences.
 */
export function readOnAddress(
  {slug, pageId}: {slug: string; pageId?: string | undefined},
  differences: ReadonlySet<string>,
): string {
  const difference = pageId === undefined ? undefined : updateDifferenceAddress(slug, pageId);
  return difference !== undefined && differences.has(difference) ? difference : `${UPDATES}${slug}/`;
}
