const SMALL = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const TEENS = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const LARGE = 'dozens?|hundreds?|thousands?|millions?|billions?';
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth';
const PARTS = 'half|halves|thirds?|quarters?';
const MULTIPLES = 'twice|thrice|doubl(?:e[ds]?|ing)|trebl(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)|quadrupl(?:e[ds]?|ing)';

/** Numbers below a hundred in words, as alternatives of a pattern. */
export const COUNT_WORDS = `${SMALL}|${TEENS}|${TENS}`;

/** Numbers from two to twelve in words, which texts use to count their own parts. */
export const SMALL_WORDS = SMALL;

const DIGITS = '[£$€]?\\d+(?:[.,:/]\\d+)*';
const WORDS = `(?:one|${COUNT_WORDS})(?:[- ](?:one|${COUNT_WORDS}|${LARGE}|${PARTS})\\b)*(?: and a half\\b)?`;

/** The second part of a share, `in five` or `out of every 100`; in `2 in 14 days` there is none. */
const SHARE_OF = `(?:in|out of) (?:every )?(?:${COUNT_WORDS}|\\d{1,3})\\b(?![\\d,.]*\\d|%)(?! (?:days?|weeks?|months?|years?|places?|ways?|cases|sections?)\\b)`;

/** Every way in which a text writes a number: digits, words, ordinals, parts, multiples, and shares such as `one in five`. */
const NUMBER_RE = new RegExp(
  [
    `\\b(?:(?:one|${SMALL}|\\d{1,2})|one \\p{L}+) ${SHARE_OF}`,
    // In `30 projects in 46 services` two things are counted.
    `\\b(?:${SMALL}|\\d{1,2}) \\p{L}+ ${SHARE_OF}(?! (?:[\\p{Ll}-]+ )?\\p{Ll}{3,}s\\b)`,
    `${DIGITS}(?:%|(?:bn|k|m|p|am|pm|th|st|nd|rd|s)\\b)?(?:[ -](?:${LARGE})\\b)?`,
    `\\b(?:(?:one|${COUNT_WORDS}|\\p{L}+)-?fold)\\b`,
    `\\b${WORDS}\\b`,
    `\\b(?:${ORDINALS}|${LARGE}|${PARTS}|${MULTIPLES})\\b`,
  ].join('|'),
  'giu',
);

/** A number where it stands in a text; offsets count in UTF-16 units. */
export interface FoundNumber {
  start: number;
  end: number;
}

/** Every number that a text holds, in order. */
export function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER_RE)]
    .filter(([match]) => !/^(?:mani|blind|bill|scaf|un|en|in|re)fold$/i.test(match))
    .map(({index, 0: match}) => ({start: index, end: index + match.length}));
}
