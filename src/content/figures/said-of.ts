import type {PageNumber} from './page-numbers.ts';

/** A stretch of the text of a number, such as a year or an area that it names. */
interface Stretch {
  start: number;
  end: number;
}

/** Where a sentence begins to say something else: what stands on one side is not said of what stands on the other. */
const BREAK_RE = /[;:]\s|,? (?:but|while|whereas)\s|, (?:and|so|then|when|where|which|who|whose)\s/;

/** `In 2015`, `By a report of 2015`: what opens a sentence holds for all of it. */
const OPENING_RE = /^\W*(?:[\p{L}’'-]+\s+){0,4}$/u;

/** `in 2004 to more than 20`: of two figures that are compared, a year between them is that of the first. */
const COMPARED_RE =
  /^,? (?:to|against|compared with|(?:up|down) from) (?:(?:about|almost|around|at|fewer|just|least|less|more|nearly|only|over|than|under) )*$/;

const THAT_RE = /^ that [^;:]*$/;
const LATER_RE = /\b(?:later|afterwards|since then)\b/;
const TERM_BEFORE_RE = /^[- ](?:days|weeks|months|years) (?:before|earlier)\b/;
const FROM_RE = /\bfrom (?:[\p{L}-]+ ){0,3}$/u;

/** Tells whether a year that the sentence of a number names is said of that number; `next` is where its next number stands. */
export function isDatedBy(
  {unit: {text}, sentence, start, end}: PageNumber,
  time: Stretch,
  next = Number.POSITIVE_INFINITY,
): boolean {
  if (time.start < sentence.start || time.end > sentence.end) return false;
  if (time.end <= start) {
    const between = text.slice(time.end, start);
    // `It said in 2015 that` holds for all that was said.
    if (THAT_RE.test(between)) return true;
    if (COMPARED_RE.test(between) || LATER_RE.test(between) || TERM_BEFORE_RE.test(text.slice(end))) return false;
    return OPENING_RE.test(text.slice(sentence.start, time.start)) || !BREAK_RE.test(between);
  }
  // In `from 14 to 100 by 2023` the year is that of the second figure.
  const isOfNext = next < time.start && FROM_RE.test(text.slice(sentence.start, start));
  return !isOfNext && follows(text, end, time, next);
}

/** Tells whether an area that the sentence of a number names is said of that number: what comes first holds for all that follows. */
export function isPlacedBy(
  {unit: {text}, sentence, end}: PageNumber,
  area: Stretch,
  next = Number.POSITIVE_INFINITY,
): boolean {
  if (area.start < sentence.start || area.end > sentence.end) return false;
  return area.start < end || (!isNextSubject(text, area, next) && follows(text, end, area, next));
}

/** In `Kent lost 300 and Devon about 20` the area before the second figure is that of the second alone. */
function isNextSubject(text: string, area: Stretch, next: number): boolean {
  return /(?:,| and) $/.test(text.slice(0, area.start)) && /^(?: \p{Ll}+){0,2} $/u.test(text.slice(area.end, next));
}

/** What comes after a number is said of it up to a break; what comes after the next number too, unless a comma parts the two. */
function follows(text: string, end: number, named: Stretch, next: number): boolean {
  const between = text.slice(end, named.start);
  if (BREAK_RE.test(between) || between.includes(', with ')) return false;
  return named.start < next || !/, (?!or )/.test(text.slice(end, next));
}
