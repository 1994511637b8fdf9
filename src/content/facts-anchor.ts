/** Where the facts of a case study stand on its page: what its front matter says of outcomes and cost. */
export const FACTS_ANCHOR = 'at-a-glance';
