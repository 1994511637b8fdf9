const VERB =
  '(?:says?|said|reports?|reported|found|finds|estimates?|estimated|counts?|counted|records?|recorded|puts?|showed|shows|published|announced|told)';

/** Bodies that a page calls by what they are, once it has named them: `the service says`. */
const BODY =
  '(?:service|council|county|borough|city|parish|trust|charity|group|company|college|university|department|ministry|government|regulator|association|publisher|funder)';

const FORMS = [
  '\\b[Aa]ccording to\\b',
  '\\b[Ss]ource:',
  '\\(\\p{Lu}[^()]*\\b(?:19|20)\\d{2}\\)',
  // `by the service’s own account`, `in its own account`
  `\\b(?:[Bb]y|[Ii]n) (?:(?:[\\p{L}-]+ ){0,4}[\\p{L}-]+[’']s?|its|their) own account\\b`,
  `\\b[Tt]he (?:[\\p{Ll}-]+ )?${BODY} (?:itself |also |then |now )?(?:says?|said|reports?|reported|estimates?|estimated|counted|recorded|found that|finds that)\\b`,
  `(?<!\\p{L})(?!(?:An?|The|It|They|We|This|These|That|Those|Staff|Some|Many|Most|In|Our|Research|Stud(?:y|ies)|Surveys?|Evidence|One|Users|What|Who|How|When|Which|Where|For|By|At|On|Of|Our|Your|Each|All|Both|Over|About|Almost)\\b)\\p{Lu}[\\p{L}’']+ (?:[\\p{L}’']+ ){0,3}?${VERB}\\b`,
];

/** Words that name who says something: `Ofcom found`, `according to the service`, `(Ofcom, 2023)`. */
export const NAMED_SOURCE_RE = new RegExp(FORMS.join('|'), 'u');
