import type {PageWord} from './page-sentences.ts';

/** What everybody knows by its letters alone, and would not know spelled out; also the short names of units. */
const NEVER_SPELLED_OUT: ReadonlySet<string> = new Set(
  `AD AM BC BCE BST CCTV CD CE COVID CSV CV DIY DJ DNA DVD EU FAQ GMT GP HDMI HGV HIV HTML ID ISBN ISSN IT LCD LED MP OK PC PDF PIN
   PM PO QR RSVP SMS TV UK UN URL USA USB US UTC VAT XML GB KB MB TB KW KWH MW CM MM KM KG ML HZ`
    .trim()
    .split(/\s+/),
);

const ROMAN_RE = /^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/** Words that an abbreviation may pass over: `SCC` for Society of Chief Clerks. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
]);

/** The abbreviation in a word, `LMS` in `LMSs` and in `LMS-wide`; `undefined` for plain words, numerals and codes. */
export function abbreviationIn(word: PageWord): string | undefined {
  if (!/[A-Z]{2}/.test(word.text) || word.isQuoted || /[/@#\\_=]|\d|[A-Z][.&]/.test(word.run)) return undefined;
  const parts = word.text.replace(/['’]s?$/, '').split('-');
  const [, found] = parts.map((part) => /^([A-Z]{2,6})s?$/.exec(part)).find((match) => match !== null) ?? [];
  if (found === undefined || NEVER_SPELLED_OUT.has(found) || ROMAN_RE.test(found)) return undefined;
  return found;
}

/** Whether the sentence says what an abbreviation stands for: before it or after it, in brackets or not. */
export function isSpelledOut(abbreviation: string, index: number, sentence: readonly PageWord[]): boolean {
  const letters = abbreviation.toLowerCase();
  const first = letters.charAt(0);
  const last = letters.charAt(letters.length - 1);
  const before = sentence.slice(0, index);
  const after = sentence.slice(index + 1);
  // In brackets the one is plainly the other, even where letters come from inside words.
  const inBrackets = sentence[index]?.gap.endsWith('(') ? before.slice(-2 * (letters.length + 1)) : [];
  const bracketed = after[0]?.gap.includes('(') ? after.slice(0, 3) : [];
  return (
    [...inBrackets, ...bracketed].some(({normal}) => normal.startsWith(first) || normal.startsWith(last)) ||
    [before, after].some((words) => initialsOf(words).some((initials) => initials.includes(letters)))
  );
}

/** First letters, with the small words and without. */
function initialsOf(words: readonly PageWord[]): string[] {
  const parts = words.flatMap(({normal}) => normal.split('-')).filter((part) => part !== '');
  return [parts, parts.filter((part) => !SMALL_WORDS.has(part))].map((some) =>
    some.map((part) => part.charAt(0)).join(''),
  );
}
