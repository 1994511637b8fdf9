import type {Mark} from './token.ts';

/** Words of duty and doubt; `can` says what is possible, and binds nobody. */
const MODALS = new Set(['must', 'should', 'may', 'might', 'could', 'shall', 'will', 'need to', 'have to', 'ought to']);

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'unless',
]);

/** Forms that stand for a modal and perhaps `not`, where cutting off `n't` does not tell. */
const SHORT_FORMS: Readonly<Record<string, readonly [modal: string, negation?: string]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "needn't": ['need to', 'not'],
  need: ['need to'],
  'needs to': ['need to'],
  'needed to': ['need to'],
  'has to': ['have to'],
  'had to': ['have to'],
  ought: ['ought to'],
};

const NUMBERS = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
   millions billion billions dozen half halves third thirds quarter quarters once twice double triple first second
   fourth fifth sixth seventh eighth ninth tenth`.split(/\s+/),
);

/** `one-to-one` and `second-hand` tell no number, `two-year` does. */
const LOOSE_NUMBERS = new Set(['one', 'once', 'first', 'second', 'half', 'double']);

/** Alone they seldom count anything. */
const ADVERBS = new Set(['one', 'once', 'first']);

/** Names of days and months; `May` and `March` only with a capital. */
const DAY_NAMES =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:Ionawr|Chwefror|Ebrill|Mehefin|Gorffennaf|Awst|Hydref|Tachwedd|Rhagfyr)$/;

/** What a word or a phrase such as `must not` says that a reader must not miss; most words say nothing such. */
export function marksOfWord(word: string): Mark[] {
  if (DAY_NAMES.test(word)) return [{touch: 'date', value: word}];
  const lower = word.toLowerCase();
  if (MODALS.has(lower)) return [{touch: 'modal', value: lower}];
  if (NEGATIONS.has(lower)) return [{touch: 'negation', value: lower}];
  const short = SHORT_FORMS[lower];
  if (short) return marksOf(short[0], short[1]);
  const [, base] = /^(\S+)(?:n't| not)$/.exec(lower) ?? [];
  if (base !== undefined) return marksOf(SHORT_FORMS[base]?.[0] ?? base, 'not');
  if (lower.endsWith("'ll")) return marksOf('will');
  return isNumber(lower) ? [{touch: 'number', value: lower}] : [];
}

function marksOf(modal: string, negation?: string): Mark[] {
  const marks: Mark[] = MODALS.has(modal) ? [{touch: 'modal', value: modal}] : [];
  return negation === undefined ? marks : [...marks, {touch: 'negation', value: negation}];
}

/** Names such as `A4` count as numbers too: their digit can be wrong. */
function isNumber(lower: string): boolean {
  const parts = lower.split('-');
  const [first = ''] = parts;
  if (/\p{N}/u.test(lower)) return true;
  if (parts.every((part) => NUMBERS.has(part))) return parts.length > 1 || !ADVERBS.has(first);
  return parts.length > 1 && NUMBERS.has(first) && !LOOSE_NUMBERS.has(first);
}
