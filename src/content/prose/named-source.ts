const VERB =
  '(?:says?|said|reports?|reported|found|finds|estimates?|estimated|counts?|counted|records?|recorded|puts?|showed|shows|published|announced|told)';

/** What speaks in a sentence and is nobody: `the survey says` names no source. */
const NOBODY =
  '(?:surve|stud|analys|evaluation|review|report|research|evidence|data|figure|number|result|law|page|site|text|table|author|people|user|reader|staff|other)';

const FORMS = [
  '\\b[Aa]ccording to\\b',
  '\\b[Ss]ource:',
  '\\(\\p{Lu}[^()]*\\b(?:19|20)\\d{2}\\)',
  // `by the service’s own account`, `in its own account`
  `\\b(?:[Bb]y|[Ii]n) (?:(?:[\\p{L}-]+ ){0,4}[\\p{L}-]+[’']s?|its|their) own account\\b`,
  // What a page has named before it calls by what it is: `the service says that`.
  `\\b[Tt]he (?!(?:[\\p{Ll}-]+ )?${NOBODY})(?:[\\p{Ll}-]+ ){1,2}(?:itself |also |then |now )?(?:says?|said|reports?|reported|estimates?|estimated|counted|recorded|found that|finds that)\\b`,
  `(?<!\\p{L})(?!(?:An?|The|It|They|We|This|These|That|Those|Staff|Some|Many|Most|In|Our|Research|Stud(?:y|ies)|Surveys?|Evidence|One|Users|What|Who|How|When|Which|Where|For|By|At|On|Of|Our|Your|Each|All|Both|Over|About|Almost)\\b)\\p{Lu}[\\p{L}’']+ (?:[\\p{L}’']+ ){0,3}?${VERB}\\b`,
];

/** Words that name who says something: `Ofcom found`, `according to the service`, `(Ofcom, 2023)`. */
export const NAMED_SOURCE_RE = new RegExp(FORMS.join('|'), 'u');
