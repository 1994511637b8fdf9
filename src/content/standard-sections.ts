/** The sections of a case study's body, in order; "At a glance" and "Sources" are made from its front matter. */
export const CASE_STUDY_SECTIONS: readonly string[] = [
  'Why',
  'What they did',
  'What it cost',
  'What happened',
  'What they learned',
];

/** The sections of a guidance page's body, in order: of the pages about a priority or an approach. */
export const GUIDANCE_SECTIONS: readonly string[] = [
  'Why it matters to a chief executive',
  'Why it matters to a portfolio holder',
  'What the evidence says',
  'What good looks like',
  'Questions to ask your service',
  'First steps',
  'What has changed since 2017',
  'Case studies',
];
