import {pointsBack, sentenceBefore} from './carried.ts';
import type {PageNumber} from './page-numbers.ts';
import {numberKey} from './page-numbers.ts';

/** Qualifiers without which the number says something else; `no more than` before the `more than` that it holds. */
const BEFORE_RE =
  /(?:\b(?:n(?:o|ot) (?:more|fewer|less) than|about|around|approximately|(?:well |just )?(?:over|under)|close to|nearly|almost|roughly|fewer than|less than|more than|up to|at least|at most|as many as|some|an estimated|estimated|a|the) )+$/i;

/** In `handed over 44 boats` they are 44. */
const HANDED_OVER_RE = /\b(?:handed|hands|passed|took|taken|turned) over $/i;

/** Words that end in an s, or might pass for a thing counted, and are none. */
const NOT_COUNTED =
  'was|is|has|does|plus|arts|this|as|its|yes|us|less|across|versus|towards|had|were|of|and|or|in|to|for|from|with|by|at|on|than|that|who|which|if|when|but|so|are|be|been|did|took|used|also|more|fewer|not|said|gave|came|went|after|before|over|under|between';
const AFTER_RE = new RegExp(
  `^(?:[- ](?!(?:${NOT_COUNTED})\\b)\\p{Ll}[\\p{Ll}-]*)?[- ](?!(?:${NOT_COUNTED})\\b)(?:\\p{Ll}[\\p{Ll}-]*(?<!s)s|people|children|staff|men|women|percentage points|households?|times|fold)\\b|^[- ](?:year|month|week|day|hour|metre|mile|household|person)s?\\b`,
  'u',
);
const RATE_RE =
  /^ (?:an?|per|each|every) (?:year|month|week|day|hour|head|visit|session|person|household|user|member)\b/;

const AT_LEAST_RE = /^ or (?:more|less|fewer|over|under)\b/;

/** A figure with the words that belong to it: `over £2 million`, `12 years or more`, `£305,000 a year`. */
export function figureWords(number: PageNumber): string {
  const own = ownWords(number);
  const {text} = number.unit;
  const lead = text.slice(number.sentence.start, number.start);
  const [before = ''] = BEFORE_RE.exec(lead) ?? [];
  const [after = ''] = AT_LEAST_RE.exec(text.slice(number.start + own.length, number.sentence.end)) ?? [];
  const isOwn = belongs(before, own, lead);
  return `${isOwn ? before : ''}${own}${after}`.replace(/\s+/g, ' ');
}

/** The number with its unit, as the text has it. */
function ownWords({unit: {text}, sentence, start, end}: PageNumber): string {
  let stop = end;
  // After a share stands whose share it is, or what they did.
  const patterns = text.charAt(end - 1) === '%' ? [RATE_RE] : [AFTER_RE, RATE_RE];
  for (const pattern of patterns) stop += pattern.exec(text.slice(stop, sentence.end))?.[0].length ?? 0;
  return text.slice(start, stop);
}

/** `A third` is a share, `the two` is two; `over nine weeks` tells how long something took, `for over nine weeks` that it took longer. */
function belongs(before: string, own: string, lead: string): boolean {
  if (/^(?:a|the) $/i.test(before)) return PART_RE.test(own);
  if (!/^over (?:the )?$/i.test(before)) return true;
  return TERM_RE.test(own) ? LONGER_RE.test(lead) : !HANDED_OVER_RE.test(lead);
}

const TERM_RE = /\b(?:days|weeks|months|years)$/;
/** In `asked for over two years` the `for` belongs to the verb. */
const LONGER_RE =
  /\b(?:(?<!\b(?:asked|called|hoped|looked) )for|after|in|of|with|within|from|is|was|were|be|been|took|lasted) over $/i;
const PART_RE = /^(?:third|quarter|half|dozen|fifth|tenth)\b/i;

/**
 * What tells a figure from others of its page: a sum, a share or a large number by itself, a small one with its unit.
 * None for a small number alone, which may count anything.
 */
export function figureKey(number: PageNumber): string | undefined {
  const key = numberKey(number);
  if (/[£$€%]|\d{3}|\d\.\d/.test(key)) return key;
  const unit = /\b\p{L}+$/u.exec(ownWords(number))?.[0].toLowerCase();
  const isAlone = unit === undefined || number.unit.text.slice(number.start, number.end).toLowerCase().endsWith(unit);
  return isAlone ? undefined : `${key} ${unit}`;
}

/** The key of a number that two places of a page hardly share by chance: `£1`, `30%` and `43 boats` may each be several figures. */
export function uniqueKey(number: PageNumber): string | undefined {
  const key = numberKey(number);
  return UNIQUE_RE.test(key) ? key : undefined;
}

const UNIQUE_RE = /\d(?:[.,]?\d){2}/;

const SHORT = 90;

/**
 * The sentence of a figure, with what introduces it where it is an item of a list, and with the one before where it
 * points back to that; or what its row says it counts. A
 * number within those words is not what the row is about, so it is shown with the figure that is.
 */
export function claimWords(claim: PageNumber): string {
  const {unit, sentence} = claim;
  const own = plain(unit.text.slice(sentence.start, sentence.end));
  const {what = '', figure = ''} = unit.row ?? {};
  if (unit.place === 'figure-cell') return what || own;
  if (unit.place === 'outcome') return claim.start < figure.length ? what || own : plain(unit.text);
  if (unit.place === 'what-cell') return figure ? `${plain(figure)}: ${plain(unit.text)}` : own;
  if (what && unit.place === 'cell') return `${what}: ${own}`;
  if (sentence.start > 0 && pointsBack(own)) return plain(`${sentenceBefore(claim)} ${own}`);
  if (!unit.lead || sentence.start > 0 || own.length > SHORT) return own;
  const lead = plain(unit.lead.text);
  return `${lead.slice(lead.search(/[^.?!]*$/)).trim()} ${own}`;
}

/** A text in one line; what is hidden in it, such as code, leaves an ellipsis. */
export function plain(text: string): string {
  return text
    .replace(/\uFFFC+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}
