/** The directive that shows on a handbook page how the toolkit is kept up to date. */
export const UPKEEP_DIRECTIVE = 'upkeep';

/** The text for this directive in a difference. */
export const UPKEEP_WORDS = 'Numbers of how the toolkit is kept up to date, counted when the page is made';
