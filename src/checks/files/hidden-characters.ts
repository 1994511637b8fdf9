/** What authors call the hidden characters that word processors and web pages leave most often; others have a number. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\uFEFF', 'a byte-order mark'],
  ['\u200B', 'a zero-width space'],
  ['\u200C', 'a zero-width non-joiner'],
  ['\u200D', 'a zero-width joiner'],
  ['\u2060', 'a word joiner'],
  ['\u00AD', 'a soft hyphen'],
  ['\u200E', 'a left-to-right mark'],
  ['\u200F', 'a right-to-left mark'],
  ['\u202E', 'a right-to-left override'],
]);

/** What cannot be seen, all that Unicode lists as ignorable among it; tabs and line ends are other rules' matter. */
const HIDDEN_RE = /(?![\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2028\u2029\uFFF9-\uFFFC]/gu;

/** Any character but those of plain English text, none of which is hidden: looking for it is quick, and few texts hold one. */
const UNUSUAL_RE = /[^\t\n\r -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E]/;

/** Scripts whose letters join or part by characters that are not seen: https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters. */
const JOINING =
  'Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Myanmar Nko Oriya Sinhala Syriac Tamil Telugu Tibetan';

/** One emoji, with its variant and the colour of its skin. */
const EMOJI = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?[\uFE0E\uFE0F]?`;

/**
 * Where hidden characters have their proper work: flags of nations, keycaps and joined emoji
 * (https://unicode.org/reports/tr51/), variants of Han letters, and joining scripts.
 */
const PROPER_RE = new RegExp(
  [
    String.raw`\p{RGI_Emoji_Tag_Sequence}`,
    String.raw`[0-9#*]\uFE0F?\u20E3`,
    String.raw`${EMOJI}(?:\u200D${EMOJI})*`,
    String.raw`\p{Script=Han}\p{Variation_Selector}`,
    String.raw`\p{Script=Mongolian}[\u180B-\u180F]`,
    String.raw`[${JOINING.replace(/\w+/g, String.raw`\p{Script=$&}`)}]\p{M}*[\u200C\u200D]+(?=[\p{L}\p{M}])`,
  ].join('|'),
  'gv',
);

/** Characters that may go without changing what is read; without the others, words could turn or join otherwise. */
const REMOVABLE = '\uFEFF\u200B\u2060\u00AD';

/** A run of one hidden character. */
export interface HiddenRun {
  /** In UTF-16 units. */
  index: number;
  length: number;
  name: string;
  times: number;
  isRemovable: boolean;
}

/** Finds the runs of hidden characters that have no work where they stand. */
export function findHidden(text: string): HiddenRun[] {
  if (!UNUSUAL_RE.test(text)) return [];
  const runs: HiddenRun[] = [];
  const rest = text.replace(PROPER_RE, (match) => ' '.repeat(match.length));
  for (const {0: character, index} of rest.matchAll(HIDDEN_RE)) {
    const name = nameOf(character);
    const last = runs.at(-1);
    if (last?.name === name && last.index + last.length === index) {
      last.length += character.length;
      last.times += 1;
    } else {
      runs.push({index, length: character.length, name, times: 1, isRemovable: REMOVABLE.includes(character)});
    }
  }
  return runs;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return NAMES.get(character) ?? `the hidden character U+${code}`;
}
