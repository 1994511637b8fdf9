/** Where readers find every figure; without the site's base URL. */
export const FIGURES_ADDRESS = '/figures/';

/** The same as a file for spreadsheets. */
export const FIGURES_FILE = '/figures.csv';
