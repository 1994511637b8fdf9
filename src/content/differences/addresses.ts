/** What the live text is called where editions are named. */
export const LIVE = 'live';

/** Where the difference that an update made to a page is read; without the site's base URL, as all of these. */
export function updateDifferenceAddress(slug: string, pageId: string): string {
  return `/updates/${slug}/changes/${pageId}/`;
}

/** Where readers learn what to do since an edition. */
export function sinceAddress(edition: string): string {
  return `/editions/${edition}/`;
}

/** The same as a file for spreadsheets. */
export function sinceFile(edition: string): string {
  return `editions/${edition}/changes.csv`;
}

/** Where an edition is compared with the live text. */
export function comparisonAddress(edition: string): string {
  return `${sinceAddress(edition)}${LIVE}/`;
}

/** Where one page is compared between an edition and the live text, by the id it has in the live one. */
export function pageComparisonAddress(edition: string, pageId: string): string {
  return `${comparisonAddress(edition)}${pageId}/`;
}
