/**
 * A National Insurance number, also one with letters that none has: a reader may have mistyped it.
 *
 * @see https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
 */
export const INSURANCE_RE = /(?<![\p{L}\d])[A-Z]{2}(?:[ -]?\d{2}){3}[ -]?[A-D](?![\p{L}\d])/giu;

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DAY = [
  String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`(?:the )?${NTH} (?:of )?(?:${MONTH})\.?,? \d{2,4}`,
  String.raw`(?:${MONTH})\.? ${NTH},? \d{2,4}`,
].join('|');

/** A day on which somebody was born: a day alone is no personal data. */
export const BIRTH_RE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:date of birth|d\.?o\.?b\.?|born)(?: is| was| on)? ?[:=–-]? ?(?:${DAY})(?![\p{L}\d])`,
  'giu',
);
