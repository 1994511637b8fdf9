const VERB =
  '(?:says?|said|reports?|reported|found|finds|estimates?|estimated|counts?|counted|records?|recorded|puts?|showed|shows|published|announced|told)';

/** Words that name who says something: `Ofcom found`, `according to the service`, `(Ofcom, 2023)`. */
export const NAMED_SOURCE_RE = new RegExp(
  `\\baccording to\\b|\\bsource:|\\(\\p{Lu}[^()]*\\b(?:19|20)\\d{2}\\)|(?<!\\p{L})(?!(?:An?|The|It|They|We|This|These|That|Those|Staff|Some|Many|Most|In|Our|Research|Stud(?:y|ies)|Surveys?|Evidence|One|Users|What|Who|How|When|Which|Where|For|By|At|On|Of|Our|Your|Each|All|Both|Over|About|Almost)\\b)\\p{Lu}[\\p{L}’']+ (?:[\\p{L}’']+ ){0,3}?${VERB}\\b`,
  'u',
);
