/** The directive by which a page of the handbook shows how the toolkit is kept up to date. */
export const UPKEEP_DIRECTIVE = 'upkeep';

/** How a difference between two texts says that a page shows them. */
export const UPKEEP_WORDS = 'Numbers of how the toolkit is kept up to date, counted when the page is made';
