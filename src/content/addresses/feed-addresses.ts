import {FINDER} from '../pages/facets.ts';
import {updateDifferenceAddress} from './difference-addresses.ts';

export interface FeedAddresses {
  atom: string;
  json?: string;
  /** A calendar of updates and reviews, for programs that take no feeds. */
  ics?: string;
}

export const UPDATES = '/updates/';

/** The page that explains how to follow a feed. */
export const FOLLOW = `${UPDATES}follow/`;

export const TOOLKIT_FEEDS = {
  atom: `${UPDATES}feed.atom`,
  json: `${UPDATES}feed.json`,
  ics: calendarOf(UPDATES),
} as const satisfies FeedAddresses;

export const CASE_STUDIES_FEED = feedOfPage(FINDER);

export function feedOfPage(address: string): string {
  return `${address}feed.atom`;
}

/** The calendar of the toolkit, or of a term by the address of its updates. */
export function calendarOf(updates: string): string {
  return `${updates}calendar.ics`;
}

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
