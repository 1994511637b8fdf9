/** The sections of a case study's body, in order; "At a glance" and "Sources" are made from its front matter. */
export const CASE_STUDY_SECTIONS: readonly string[] = [
  'Why',
  'What they did',
  'What it cost',
  'What happened',
  'What they learned',
];
