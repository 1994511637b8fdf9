import {LANGUAGES, textOf} from '../../language/text.ts';

/** A number in a text, with its offsets in UTF-16 units. */
interface FoundNumber {
  start: number;
  end: number;
  text: string;
}

const MONTH_NAMES = LANGUAGES.flatMap((language) => textOf({language}).format.monthNames);
const MONTH = `(?:${MONTH_NAMES.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const AGE = '\\d{1,3}(?:(?: to | and | or |[-–])\\d{1,3})?';

/** Forms in which a number is not a statistic, tried in this order. */
const ALLOWED_FORMS = [
  // Dates: `24 November 2026`, `12 to 14 March`, `November 24`, `24/11/2026`
  `${DAY}(?:(?: to | and | or |[-–])${DAY})? ${MONTH}\\b`,
  `\\b${MONTH} ${DAY}(?!\\d)`,
  '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}',
  // Years: `2026`, `2014/15`, `2026-11-24`, `the 1990s`
  '(?<![£$€\\d.,])(?:1\\d|20)\\d\\d(?:[-–/]\\d{1,4}(?:-\\d\\d)?|s)?(?![\\d%]|[,.]\\d| (?:million|billion|per cent))',
  // Approximate years: `c.2013`
  '\\bc\\. ?(?:1\\d|20)\\d\\d\\b',
  // Times: `5:30pm`, `10.30am`, `18:00`
  '(?<![£\\d.,:])\\d{1,2}(?:[.:]\\d\\d)?(?: to \\d{1,2}(?:[.:]\\d\\d)?)? ?[ap]m\\b',
  '(?<![£\\d.,:])\\d{1,2}:\\d\\d(?![\\d%])',
  // Ages: `aged 14 to 25`, `under-16s`, `16-year-olds`, `18 years old`
  `\\b(?:aged?|ages) (?:under |over |up to )?${AGE}(?!\\d|%|,\\d)`,
  `\\b(?:under|over)[- ]\\d{1,2}s\\b|(?<!\\d)${AGE}(?:[- ]year-olds?| years old)\\b`,
  // Page counts: `40 pages`, `a 40-page report`
  '(?<![\\d.,])\\d[\\d,]*[- ]pages?\\b',
  // Cases and papers: `[2014] EWHC 2365`, `HC 123`
  '\\[\\d{4}\\] [A-Z]{2,9}(?: [A-Z][a-z]+)? \\d+|\\b(?:HC|HL|SI|Cmn?d?) \\d[\\d/]*',
  // Telephone numbers
  '(?<![\\d.,£])(?:\\+\\d\\d ?|0)\\d{2,4}(?: ?\\d{3,4}){2}(?!\\d)',
].join('|');

/** Excludes names with digits, such as `COVID-19`, `B12` and `24/7`, and ordinals such as `12th`. */
const STATISTIC =
  '(?<![\\p{L}\\d/_]|\\p{L}-|\\d[.,])[£$€]?\\d+(?:[.,]\\d+)*(?:%| per cent\\b)?(?: (?:thousand|million|billion)\\b)?(?![\\d/_]|\\p{L}*\\d|(?:st|nd|rd|th)\\b)';
const SCAN_RE = new RegExp(`${ALLOWED_FORMS}|(?<statistic>${STATISTIC})`, 'giu');
const MARKED_RE = /[£$€%]|per cent|thousand|million|billion/i;

/** Smaller numbers are often part of a phrase rather than a count. */
const SMALLEST = 10;

/** Longer than the longest label, such as `paragraphs `. */
const LABEL_LENGTH = 20;

/** The statistics in a text: sums of money, percentages, and numbers of 10 or more that are in no allowed form. */
export function statisticsIn(text: string): FoundNumber[] {
  return [...text.matchAll(SCAN_RE)].flatMap(({index, 0: number, groups}) => {
    if (groups?.statistic === undefined) return [];
    if (MARKED_RE.test(number)) return [foundAt(index, number)];
    const isSmall = Number(number.replace(/,/g, '')) < SMALLEST;
    const before = text.slice(Math.max(0, index - LABEL_LENGTH), index);
    return isSmall || endsInLabel(before) ? [] : [foundAt(index, number)];
  });
}

function foundAt(start: number, text: string): FoundNumber {
  return {start, end: start + text.length, text};
}

/** Words after which digits are a name, and not a count or a date: `ward 10500`, `version 1.2.2024`, `room 10-12`. */
const LABELS = [
  'appendix|clauses?|chapters?|figures?|pages?|paragraphs?|parts?|pp|schedules?|sections?|tables?|volumes?|vols?',
  'buses|bus|flats?|floors?|platforms?|plots?|rooms?|routes?|suites?|units?|wards?|zones?',
  '(?:bar|post)?codes?|ext|extension|forms?|ids?|items?|lots?|nos?|numbers?|refs?|references?|serial|shelf',
  'editions?|file|grades?|issues?|levels?|phases?|releases?|stages?|standards?|steps?|versions?',
].join('|');

const LABEL_RE = new RegExp(`(?:\\b(?:${LABELS})[.:]? ?|#)$`, 'iu');

/** Whether the text before some digits ends in such a label. */
export function endsInLabel(before: string): boolean {
  return LABEL_RE.test(before);
}
