const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|early|mid|late|the early|the late|the end of|end of)';
const YEAR = '(?:1[0-9]|20)\\d{2}(?:[/-]\\d{2,4}(?!\\d))?s?';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)? )';
/** A number of four digits is a year unless it is a sum, a share or part of something larger. */
const POINT = `(?<![£$€\\d.,/])(?:[Aa]bout )?(?:${DAY}?${MONTH}[ -](?:of )?)?${YEAR}(?![\\d%]|[.,/:]\\d)`;
const JOIN = ' ?(?:to|and|until|till|or|-|–|, and) ?';

/** A year, a month of one, or a period. */
const MOMENT = `${POINT}(?:${JOIN}${POINT})?`;

const MONTH_IN_FULL = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SHORT_MONTH = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const NTH = '\\d{1,2}(?:st|nd|rd|th)?';
const FULL_YEAR = '(?:19|20)\\d{2}';

/** Dates as texts write them, those without a year, and those that house style has otherwise, among them. */
export const DATE_RE = new RegExp(
  [
    `(?<![£$€\\d.,/-])(?:\\d{1,2}(?:/\\d{1,2}/(?:19|20)?\\d{2}|\\.\\d{1,2}\\.${FULL_YEAR}|-\\d{1,2}-${FULL_YEAR})|${FULL_YEAR}-[01]\\d-[0-3]\\d)(?![\\d%]|[.,/-]\\d)`,
    `\\b${NTH} ${SHORT_MONTH}(?: ${FULL_YEAR}\\b)?`,
    `\\b(?:${MONTH_IN_FULL}|${SHORT_MONTH}) ${NTH},? ${FULL_YEAR}\\b`,
    `\\b${NTH}[-–]${NTH} (?:${MONTH_IN_FULL}|${SHORT_MONTH})`,
    `(?:${DAY}?${MONTH}(?:${JOIN}))?${MOMENT}`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:(?:to|and|or|–) \\d{1,2} )?(?:${MONTH_IN_FULL})\\b`,
  ].join('|'),
  'gu',
);

const CLAIM_TIME_RE = new RegExp(
  `\\b(?:[Bb]efore|[Dd]uring|[Ii]n|[Ss]ince) the (?:COVID-19 )?pandemic\\b|(?:\\b(?:[Bb]etween|[Ff]rom|[Ss]ince|[Bb]y|[Uu]ntil|[Aa]fter|[Bb]efore|to) )?(?:${DAY}?${MONTH}(?:${JOIN}))?${MOMENT}(?: or later)?`,
  'gu',
);

/** The year in the name of a law or a plan is not that of a figure. */
const NAMED_YEAR_RE = /\b(?:Acts?|Regulations|Order|Strategy)(?: of)? \d{4}|\b\d{4} Act\b/g;

/** A year or period that a text names, where it stands. */
export interface NamedTime {
  start: number;
  end: number;
  words: string;
  /** It is when somebody said something, not the time of what they spoke of. */
  isReport: boolean;
}

/** The years and periods that a text names, in order. */
export function timesIn(text: string): NamedTime[] {
  const shown = text.replace(NAMED_YEAR_RE, (match) => ' '.repeat(match.length));
  return [...shown.matchAll(CLAIM_TIME_RE)].map(({index, 0: match}) => {
    const end = index + match.length;
    const isReport = isOfReport(text.slice(0, index), text.slice(end));
    const words = periodWords(match.trim());
    return {
      start: index,
      end,
      words: isReport ? `reported ${words.replace(/^by /i, '').replace(/^About/, 'about')}` : words,
      isReport,
    };
  });
}

/** `between 2012 and 2014` and `from 2012 to 2014` are one period. */
function periodWords(words: string): string {
  const [, period] = /^between (.*)$/i.exec(words) ?? [];
  if (period) return period.replace(/ and /, ' to ');
  return / (?:to|until|till) |-|–/.test(words) ? words.replace(/^from /i, '') : words;
}

const REPORT =
  'account|answers?|articles?|blog|entry|interview|page|paper|posts?|press|reports?|slides|statement|story|study|thesis';
const REPORT_BEFORE_RE = new RegExp(
  `\\b(?:${REPORT})(?: \\p{Ll}+){0,3} (?:of|from) (?:the )?$|\\b(?:reported|published|said|told|heard|cited|estimated|came out)(?: \\p{L}+)? (?:in|on) $`,
  'u',
);
const OPENING_RE = /(?:^|[.?!:]["”’')]*\s|\n)(?:[\p{L}’'-]+ ){0,3}$/u;
const REPORT_AFTER_RE =
  /^,? (?:(?!(?:and|but|that|which|surveys?|to)\b)[\p{L}’'&-]+ ){1,6}?(?:reported|reports|said|says|told|cited|claimed|claims|estimated|spoke|speaks|heard|put (?:it|the|that)|puts)\b/u;

/** `As the press reported in 2017`, `In 2017 the parish said`. */
function isOfReport(before: string, after: string): boolean {
  return REPORT_BEFORE_RE.test(before) || (OPENING_RE.test(before) && REPORT_AFTER_RE.test(after));
}
