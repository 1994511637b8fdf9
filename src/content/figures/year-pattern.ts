const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|early|mid|late|the early|the late)';
const YEAR = '(?:1[0-9]|20)\\d{2}(?:[/-]\\d{2,4}(?!\\d))?s?';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)? )';
/** A number of four digits is a year unless it is a sum, a share or part of something larger. */
const POINT = `(?<![£$€\\d.,/])(?:${DAY}?${MONTH}[ -](?:of )?)?${YEAR}(?![\\d%]|[.,/:]\\d)`;
const JOIN = ' ?(?:to|and|until|till|or|-|–|, and) ?';

/** A year, a month of one, or a period. */
const MOMENT = `${POINT}(?:${JOIN}${POINT})?`;

/** Dates as texts write them, those without a year among them. */
export const DATE_RE = new RegExp(
  [
    `(?:${DAY}?${MONTH}(?:${JOIN}))?${MOMENT}`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:(?:to|and|or|–) \\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b`,
  ].join('|'),
  'gu',
);

const CLAIM_TIME_RE = new RegExp(
  `(?:\\b(?:[Bb]etween|[Ff]rom|[Ss]ince|[Bb]y|[Uu]ntil|[Aa]fter|[Bb]efore) )?(?:${DAY}?${MONTH}(?:${JOIN}))?${MOMENT}`,
  'gu',
);

/** The year in the name of a law or a plan is not that of a figure. */
const NAMED_YEAR_RE = /\b(?:Acts?|Regulations|Order|Strategy)(?: of)? \d{4}|\b\d{4} Act\b/g;

/** A year or period that a text names, where it stands. */
export interface NamedTime {
  start: number;
  end: number;
  words: string;
}

/** The years and periods that a text names, in order. */
export function timesIn(text: string): NamedTime[] {
  const shown = text.replace(NAMED_YEAR_RE, (match) => ' '.repeat(match.length));
  return [...shown.matchAll(CLAIM_TIME_RE)].map(({index, 0: match}) => ({
    start: index,
    end: index + match.length,
    words: match.replace(/^(?:[Bb]etween|[Ff]rom|[Bb]y) /, '').trim(),
  }));
}
