/** Where words stand in a text, in UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
}

/** Finds words in texts, however they are typed there. */
export interface WordsMatcher {
  find(text: string): Hit[];
  isIn(text: string): boolean;
  /** Where the same words stand with other capitals: they are other words to `find`. */
  findOtherCapitals(text: string): Hit[];
}

/**
 * What a space may be in a file: white space and line ends, with what begins the next line of a quotation; a space in an
 * address or as a reference of HTML; and signs of emphasis that begin or end there.
 */
const GAP = String.raw`[*_~]{0,3}(?:\s|%20|&nbsp;|&#160;|&#[xX][aA]0;|\\(?=\r?\n)|(?<=\n[ \t>]*)>)+[*_~]{0,3}`;

/** Signs that are typed in more than one way; Unicode names the quotes in its chapter 6, "Quotation Marks". */
const VARIANTS: readonly string[] = [
  String.raw`'|''|[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07\u00B4\u0060]|&(?:apos|lsquo|rsquo|#39|#x27);|%27`,
  String.raw`"|[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]|&(?:quot|ldquo|rdquo|#34|#x22);|%22`,
  String.raw`[\u002D\u2010\u2011]`,
  '&|&amp;|%26',
];

const VARIANT_RES = VARIANTS.map((source) => new RegExp(`^(?:${source})$`, 'u'));

/** Makes a finder of words, which are taken as they are: no capitals or endings are changed, and no sign has a meaning. */
export function matcherOf(words: string): WordsMatcher {
  const source = graphemesOf(words).map(toPattern).join('');
  const [exact, loose, test] = [new RegExp(source, 'gu'), new RegExp(source, 'giu'), new RegExp(source, 'u')];
  const find = (re: RegExp, text: string): Hit[] =>
    [...text.matchAll(re)].map(({0: {length}, index}) => ({start: index, end: index + length}));
  return {
    find: (text) => find(exact, text),
    isIn: (text) => test.test(text),
    findOtherCapitals: (text) => {
      const own = new Set(find(exact, text).map(({start}) => start));
      return find(loose, text).filter(({start}) => !own.has(start));
    },
  };
}

/** The characters that a reader sees, each space one of them. */
export function graphemesOf(words: string): string[] {
  const folded = words.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(folded)].map(({segment}) => segment);
}

/** Every way in which a file may hold one character. */
function toPattern(grapheme: string): string {
  if (grapheme === ' ') return GAP;
  const variants = VARIANTS[VARIANT_RES.findIndex((re) => re.test(grapheme))];
  if (variants !== undefined) return `(?:\\\\?(?:${variants}))`;
  const forms = new Set([grapheme, grapheme.normalize('NFD'), encoded(grapheme)]);
  const pattern = [...forms].map(escapeSign).join('|');
  // A backslash before a sign changes nothing in Markdown.
  return /^[!-/:-@[-`{-~]$/.test(grapheme) ? `(?:\\\\?(?:${pattern}))` : `(?:${pattern})`;
}

/** As addresses write it; half a pair of surrogates has no such form. */
function encoded(grapheme: string): string {
  return grapheme.isWellFormed() ? encodeURIComponent(grapheme) : grapheme;
}

function escapeSign(form: string): string {
  return form.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
