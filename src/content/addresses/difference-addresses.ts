export const LIVE = 'live';

/** The address of the difference that an update made to a page. All addresses here are without the base URL. */
export function updateDifferenceAddress(slug: string, pageId: string): string {
  return `/updates/${slug}/changes/${pageId}/`;
}

/** The address of everything that changed since an edition. */
export function sinceAddress(edition: string): string {
  return `/editions/${edition}/`;
}

export function comparisonAddress(edition: string): string {
  return `${sinceAddress(edition)}${LIVE}/`;
}

export function pageComparisonAddress(edition: string, pageId: string): string {
  return `${comparisonAddress(edition)}${pageId}/`;
}

export const SECTIONS = {updates: '/updates/', editions: '/editions/'} as const;

/**
 * Placeholders in the frame that the theme renders for the pages of differences. Filling in a frame is a hundred times as
 * fast as rendering a page, and there are hundreds of pages. No placeholder contains another.
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

export function frameAddress(section: keyof typeof SECTIONS): string {
  return SECTIONS[section] + FRAME.path;
}
