import {FINDER} from '../pages/facets.ts';
import {updateDifferenceAddress} from './difference-addresses.ts';

/** The addresses of a feed in each format, without the site's base URL. */
export interface FeedAddresses {
  atom: string;
  json?: string;
}

export const UPDATES = '/updates/';

/** The page that explains how to follow a feed. */
export const FOLLOW = `${UPDATES}follow/`;

export const TOOLKIT_FEEDS = {
  atom: `${UPDATES}feed.atom`,
  json: `${UPDATES}feed.json`,
} as const satisfies FeedAddresses;

export const CASE_STUDIES_FEED = feedOfPage(FINDER);

/** The feed of a page, in the folder of the page. */
export function feedOfPage(address: string): string {
  return `${address}feed.atom`;
}

/** The address of the updates on the pages about a term. */
export function termUpdates(termId: string): string {
  return `${UPDATES}${termId}/`;
}

/**
 * The address that a feed entry links to: the difference on the page, if there is one, or the update. `differences` are
 * the addresses of all differences.
 */
export function readOnAddress(
  {slug, pageId}: {slug: string; pageId?: string | undefined},
  differences: ReadonlySet<string>,
): string {
  const difference = pageId === undefined ? undefined : updateDifferenceAddress(slug, pageId);
  return difference !== undefined && differences.has(difference) ? difference : `${UPDATES}${slug}/`;
}
