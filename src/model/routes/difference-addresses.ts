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

/** The pages that differences are listed on. */
export const SECTIONS = {
  updates: {to: '/updates/', label: 'Updates'},
  editions: {to: '/editions/', label: 'Editions'},
} as const;

/**
 * What the theme writes where the pages of differences differ. The theme renders one frame for each section: to fill in
 * a frame takes a hundredth of the time of rendering a page, and there are hundreds of them. No word contains another.
 */
export const FRAME = {
  /** Follows the address of the section. */
  path: 'difference-address/',
  parent: '/difference-parent/',
  parentName: 'difference-parent-name',
  title: 'difference-title',
  which: 'difference-which',
  description: 'difference-description',
  body: 'difference-body',
} as const;

/** Where the frame of a section is rendered. */
export function frameAddress(section: keyof typeof SECTIONS): string {
  return SECTIONS[section].to + FRAME.path;
}
