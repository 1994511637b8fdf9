export const LIVE = 'live';

/** The address of the difference that an update made to a page. All addresses here are without the base URL. */
export function updateDifferenceAddress(slug: string, pageId: string): string {
  return `/updates/${slug}/changes/${pageId}/`;
}

export const EDITIONS = '/editions/';

/** The address of the list of pages that changed since an edition. */
export function sinceAddress(edition: string): string {
  return `${EDITIONS}${edition}/`;
}

/** Where earlier engines compared an edition with the live text; below it was a page for each page that differed. */
export function formerComparison(edition: string): string {
  return `${sinceAddress(edition)}live/`;
}

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

export const DIFFERENCE_FRAME = `/updates/${FRAME.path}`;
