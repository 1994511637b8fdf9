import type {Mark, Token} from './token.ts';
import kinds from './word-kinds.json' with {type: 'json'};

/** A placeholder for content that is not text: the address of a link, a picture. */
export const PLACEHOLDER = '\uFFFC';

const MONTHS =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)';
const YEAR = '(?:1[5-9]|20|21)\\d\\d';
const LETTERS = '[\\p{L}\\p{M}\\p{N}_\\u200C\\u200D]+';

const DATES = [
  `\\d{4}-\\d{2}-\\d{2}(?!\\d)`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTHS}\\b(?: \\d{4}\\b)?`,
  `${MONTHS} \\d{4}\\b`,
  `${MONTHS} \\d{1,2}(?:st|nd|rd|th)?\\b(?:, \\d{4}\\b)?`,
  `${YEAR}(?: to | ?[-–/] ?)(?:${YEAR}|\\d{2})(?![\\d-])`,
  `\\d{1,2}/\\d{1,2}/\\d{2,4}`,
  `\\d{1,2}(?:[:.]\\d{2})? ?[aApP][mM]\\b`,
  `\\d{1,2}:\\d{2}(?!\\d)`,
  `${YEAR}s?(?![\\p{L}\\p{N}%]|[,.]\\d| (?:million|billion|thousand|per cent))`,
];

const TOKEN_RE = new RegExp(
  [
    // What a figure or a date cannot begin with is seen at once: most words begin with a small letter.
    `(?=[\\dJFMASONDICEGHTR])(${DATES.join('|')})`,
    // A figure with its sign and unit: `£1.2 million`, `10,000`, `3.5%`, `-4`, `24/7`, `12-month`, `1st`.
    `(?=[-−£$€\\p{Nd}])((?:(?<![\\p{L}\\p{N}])[-−])?[£$€]?\\p{Nd}+(?:[,./٫٬]\\p{Nd}+)*(?: ?%| per cent\\b)?(?:[\\p{L}\\p{M}]+)?(?:-\\p{L}+)*(?: (?:hundred|thousand|million|billion|trillion)\\b)?)`,
    `((?:[Mm]ust|[Ss]hould|[Mm]ay|[Mm]ight|[Cc]an|[Cc]ould|[Ss]hall|[Ww]ill|[Nn]eed) not\\b|(?:[Nn]eed(?:s|ed)?|[Hh]a(?:ve|s|d)|[Oo]ught) to\\b|${LETTERS}(?:['’ʼ\u2010\u2011·׳״־-]${LETTERS})*)`,
    `\\p{Extended_Pictographic}[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u200D]*|\\.{3}|\\S`,
  ].join('|'),
  'gu',
);

/**
 * Splits a text with single spaces into words, figures, dates and symbols. Each placeholder is replaced by its tokens.
 */
export function tokenise(text: string, placed: readonly (readonly Token[])[] = []): Token[] {
  let next = 0;
  const tokens: Token[] = [];
  for (const {0: found, 1: date, 2: number, 3: word, index} of text.matchAll(TOKEN_RE)) {
    const isSpaced = text[index - 1] === ' ';
    if (found === PLACEHOLDER) tokens.push(...withSpace(placed[next++] ?? [], isSpaced));
    else {
      const {key, marks} = word === undefined ? readFigure(found, date, number) : readWord(word);
      tokens.push({text: found, key, what: 'words', isSpaced, marks});
    }
  }
  return tokens;
}

type Reading = Pick<Token, 'key' | 'marks'>;

function readFigure(text: string, date?: string, number?: string): Reading {
  if (date === undefined && number === undefined) return {key: normalise(text), marks: []};
  const key = normalise(text).replace(/ (?=%|[ap]m\b)/i, '');
  return {key, marks: [{aspect: date === undefined ? 'number' : 'date', value: key}]};
}

/** What was read in each word: texts repeat them. */
const readings = new Map<string, Reading>();

function readWord(word: string): Reading {
  const known = readings.get(word);
  if (known) return known;
  const key = normalise(word);
  const reading = {key, marks: marksOfWord(key)};
  readings.set(word, reading);
  return reading;
}

/** Normalises spaces, quotation marks and hyphens, whose variants look the same to readers. */
export function normalise(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('…', '...');
}

/** Puts a text on one line with single spaces, and removes the placeholder character. */
export function foldSpace(text: string): string {
  return text.replaceAll(PLACEHOLDER, '').replace(/\s+/g, ' ');
}

function withSpace([first, ...rest]: readonly Token[], isSpaced: boolean): Token[] {
  return first ? [{...first, isSpaced: first.isSpaced || isSpaced}, ...rest] : [];
}

/** Words of obligation and possibility. `can` is left out, because it only says what is possible. */
const MODALS = new Set(kinds.modals);

const NEGATIONS = new Set(kinds.negations);

/** Contractions of a modal, from which removing `n't` does not give the modal. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(kinds.shortForms));

const NUMBERS = new Set(kinds.numbers);

/** `one-to-one` and `second-hand` do not state a number; `two-year` does. */
const LOOSE_NUMBERS = new Set(['one', 'once', 'first', 'second', 'half', 'double']);

/** Number words that rarely count anything when used alone. */
const ADVERBS = new Set(['one', 'once', 'first']);

const DAY_NAMES = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/i;

/** `May` and `March` count only with a capital. */
const MONTH_NAMES =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:Ionawr|Chwefror|Ebrill|Mehefin|Gorffennaf|Awst|Hydref|Tachwedd|Rhagfyr)$/;

function marksOfWord(word: string): Mark[] {
  if (DAY_NAMES.test(word)) return [{aspect: 'date', value: word.toLowerCase()}];
  if (MONTH_NAMES.test(word)) return [{aspect: 'date', value: word}];
  const lower = word.toLowerCase();
  if (MODALS.has(lower)) return [{aspect: 'modal', value: lower}];
  if (NEGATIONS.has(lower)) return [{aspect: 'negation', value: lower}];
  const [modal, negation] = SHORT_FORMS.get(lower) ?? [];
  if (modal !== undefined) return marksOf(modal, negation);
  const [, base] = /^(\S+)(?:n't| not)$/.exec(lower) ?? [];
  if (base !== undefined) return marksOf(SHORT_FORMS.get(base)?.[0] ?? base, 'not');
  if (lower.endsWith("'ll")) return marksOf('will');
  return isNumber(lower) ? [{aspect: 'number', value: lower}] : [];
}

function marksOf(modal: string, negation?: string): Mark[] {
  const marks: Mark[] = MODALS.has(modal) ? [{aspect: 'modal', value: modal}] : [];
  return negation === undefined ? marks : [...marks, {aspect: 'negation', value: negation}];
}

/** Names such as `A4` also count as numbers, because their digit can be wrong. */
function isNumber(lower: string): boolean {
  const parts = lower.split('-');
  const [first = ''] = parts;
  if (/\p{N}/u.test(lower)) return true;
  if (parts.every((part) => NUMBERS.has(part))) return parts.length > 1 || !ADVERBS.has(first);
  return parts.length > 1 && NUMBERS.has(first) && !LOOSE_NUMBERS.has(first);
}
