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

/** Where two states of the toolkit are compared; the later one may be `live`. */
export function comparisonAddress(from: string, to: string): string {
  return `${sinceAddress(from)}${to}/`;
}

/** Where one page is compared between two states, by the id it has in the later one. */
export function pageComparisonAddress(from: string, to: string, pageId: string): string {
  return `${comparisonAddress(from, to)}${pageId}/`;
}
