/** The directive by which a page of the handbook shows how the toolkit is kept up to date. */
export const UPKEEP_DIRECTIVE = 'upkeep';
