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
    `(?<date>${DATES.join('|')})`,
    // A figure with its sign and unit: `£1.2 million`, `10,000`, `3.5%`, `-4`, `24/7`, `12-month`, `1st`.
    `(?<number>(?:(?<![\\p{L}\\p{N}])[-−])?[£$€]?\\p{Nd}+(?:[,./٫٬]\\p{Nd}+)*(?: ?%| per cent\\b)?(?:[\\p{L}\\p{M}]+)?(?:-\\p{L}+)*(?: (?:hundred|thousand|million|billion|trillion)\\b)?)`,
    `(?<word>(?:[Mm]ust|[Ss]hould|[Mm]ay|[Mm]ight|[Cc]an|[Cc]ould|[Ss]hall|[Ww]ill|[Nn]eed) not\\b|(?:[Nn]eed(?:s|ed)?|[Hh]a(?:ve|s|d)|[Oo]ught) to\\b|${LETTERS}(?:['’ʼ\u2010\u2011·׳״־-]${LETTERS})*)`,
    `(?<sign>\\p{Extended_Pictographic}[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u200D]*|\\.{3}|\\S)`,
  ].join('|'),
  'gu',
);

/**
 * Splits a text with single spaces into words, figures, dates and symbols. Each placeholder is replaced by its tokens.
 */
export function tokenise(text: string, placed: readonly (readonly Token[])[] = []): Token[] {
  let next = 0;
  return [...text.matchAll(TOKEN_RE)].flatMap((match): Token[] => {
    const [word] = match;
    const isSpaced = text[match.index - 1] === ' ';
    if (word === PLACEHOLDER) return withSpace(placed[next++] ?? [], isSpaced);
    const isFigure = match.groups?.number !== undefined || match.groups?.date !== undefined;
    const key = isFigure ? normalise(word).replace(/ (?=%|[ap]m\b)/i, '') : normalise(word);
    return [{text: word, key, what: 'words', isSpaced, marks: marksIn(match.groups ?? {}, key)}];
  });
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

function marksIn({date, number, word}: Record<string, string | undefined>, key: string): Mark[] {
  if (date !== undefined) return [{aspect: 'date', value: key}];
  if (number !== undefined) return [{aspect: 'number', value: key}];
  return word === undefined ? [] : marksOfWord(key);
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
