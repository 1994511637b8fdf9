const VERB =
  '(?:says?|said|reports?|reported|found|finds|estimates?|estimated|counts?|counted|records?|recorded|puts?|showed|shows|published|announced|told)';

/** What bodies publish, and words that stand before a verb: neither names who says it. */
const NO_BODY =
  '(?!(?:surveys?|stud(?:y|ies)|reports?|reviews?|evaluations?|research|evidence|analys[ei]s|articles?|pages?|data|figures?|tables?|charts?|itself|also|then|now)\\b)';

/** A body that a page calls by what it is, once it has named it: `the service says`. */
const BODY = `(?:${NO_BODY}[\\p{Ll}-]+ )?${NO_BODY}[\\p{Ll}-]+`;

const FORMS = [
  '\\b[Aa]ccording to\\b',
  '\\b[Ss]ource:',
  '\\(\\p{Lu}[^()]*\\b(?:19|20)\\d{2}\\)',
  // `by the service’s own account`, `in its own account`
  `\\b(?:[Bb]y|[Ii]n) (?:(?:[\\p{L}-]+ ){0,4}[\\p{L}-]+[’']s?|its|their) own account\\b`,
  `\\b[Tt]he ${BODY} (?:itself |also |then |now )?(?:says?|said|reports?|reported|estimates?|estimated|counted|recorded|found that|finds that)\\b`,
  `(?<!\\p{L})(?!(?:An?|The|It|They|We|This|These|That|Those|Staff|Some|Many|Most|In|Our|Research|Stud(?:y|ies)|Surveys?|Evidence|One|Users|What|Who|How|When|Which|Where|For|By|At|On|Of|Our|Your|Each|All|Both|Over|About|Almost)\\b)\\p{Lu}[\\p{L}’']+ (?:[\\p{L}’']+ ){0,3}?${VERB}\\b`,
];

/** Words that name who says something: `Ofcom found`, `according to the service`, `(Ofcom, 2023)`. */
export const NAMED_SOURCE_RE = new RegExp(FORMS.join('|'), 'u');
