/** Where readers find every page that gives figures; without the site's base URL. */
export const FIGURES_ADDRESS = '/figures/';

/** Every figure as a file for spreadsheets. */
export const FIGURES_FILE = '/figures.csv';

/** Where the figures of one page stand: `/figures/priorities/homes/`. */
export function figuresOfPage(pageId: string): string {
  return `${FIGURES_ADDRESS}${pageId}/`;
}
