import {escapeForRegExp} from '../../format/text.ts';
/** A part of a text, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** Finds a given text in others, in every way that files write it. */
export interface TextMatcher {
  find(text: string): Range[];
  isIn(text: string): boolean;
  /** A word that every text with it has, unless references of HTML write it. */
  firstWord: string;
  /** The same letters with other capitals, which `find` leaves out. */
  findOtherCapitals(text: string): Range[];
}

/**
 * What a space may be in a file: white space and line ends, with what begins the next line of a quotation; a space in an
 * address or as a reference of HTML; and emphasis that begins or ends there.
 */
const GAP = String.raw`[*_~]{0,3}(?:\s|%20|&nbsp;|&#160;|&#[xX][aA]0;|\\(?=\r?\n)|(?<=\n[ \t>]*)>)+[*_~]{0,3}`;

/** What may be between two characters and is not seen: soft hyphens, and spaces and joiners without a width. */
const UNSEEN = String.raw`(?:[\u00AD\u200B-\u200D\u2060\uFEFF]|&(?:shy|zwj|zwnj|ZeroWidthSpace|#173|#820[345]|#[xX](?:00)?[aA][dD]|#[xX]200[bBcCdD]);|%C2%AD|%E2%80%8[BCD])*`;

/** Characters that are typed in more than one way; Unicode names the quotes in its chapter 6, "Quotation Marks". */
const VARIANTS: readonly string[] = [
  String.raw`'|''|[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07\u00B4\u0060]|&(?:apos|lsquo|rsquo|#0*39|#821[67]|#[xX](?:0*27|201[89]));|%27`,
  String.raw`"|[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]|&(?:quot|ldquo|rdquo|#0*34|#822[01]|#[xX](?:0*22|201[cCdD]));|%22`,
  String.raw`[\u002D\u2010\u2011]`,
  '&|&amp;|%26',
];

const VARIANT_RES = VARIANTS.map((source) => new RegExp(`^(?:${source})$`, 'u'));

/** Makes a matcher of a text; capitals and endings count, and no character is a pattern. */
export function matcherOf(wanted: string): TextMatcher {
  const source = graphemesOf(wanted).map(toPattern).join(UNSEEN);
  const [exact, loose, test] = [new RegExp(source, 'gu'), new RegExp(source, 'giu'), new RegExp(source, 'u')];
  const find = (re: RegExp, text: string): Range[] =>
    [...text.matchAll(re)].map(({0: {length}, index}) => ({start: index, end: index + length}));
  return {
    find: (text) => find(exact, text),
    isIn: (text) => test.test(text),
    firstWord: /[\p{L}\p{N}]+/u.exec(wanted)?.[0] ?? '',
    findOtherCapitals: (text) => {
      const own = new Set(find(exact, text).map(({start}) => start));
      return find(loose, text).filter(({start}) => !own.has(start));
    },
  };
}

/** The characters that a reader sees, each run of spaces as one. */
export function graphemesOf(text: string): string[] {
  const folded = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(folded)].map(({segment}) => segment);
}

/** Every way in which a file may write one character. */
function toPattern(grapheme: string): string {
  if (grapheme === ' ') return GAP;
  const variants = VARIANTS[VARIANT_RES.findIndex((re) => re.test(grapheme))];
  if (variants !== undefined) return `(?:\\\\?(?:${variants}))`;
  const forms = [...new Set([grapheme, grapheme.normalize('NFD')])];
  const pattern = forms.flatMap((form) => [escapeForRegExp(form), ...encodedForms(form)]).join('|');
  // A backslash before punctuation changes nothing in Markdown.
  return /^[!-/:-@[-`{-~]$/.test(grapheme) ? `(?:\\\\?(?:${pattern}))` : `(?:${pattern})`;
}

/** Patterns of a character in an address, and as numbers in HTML. Half a pair of surrogates has no form in an address. */
function encodedForms(form: string): string[] {
  if (!form.isWellFormed()) return [];
  const eitherCase = (hex: string) => hex.replace(/[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`);
  const bytes = [...new TextEncoder().encode(form)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  const points = [...form].map((character) => character.codePointAt(0) ?? 0);
  const references = points.map((point) => `&#0*(?:${point}|[xX]0*${eitherCase(point.toString(16).toUpperCase())});`);
  return [bytes.map((byte) => `%${eitherCase(byte)}`).join(''), references.join('')];
}
