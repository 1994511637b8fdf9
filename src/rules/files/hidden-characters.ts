import names from './hidden-characters.json' with {type: 'json'};

/** Names of the hidden characters that word processors and web pages add most often. Others are reported by number. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** Invisible characters, including those that Unicode lists as ignorable. Other rules check tabs and line endings. */
const HIDDEN_RE = /(?![\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2028\u2029\uFFF9-\uFFFC]/gu;

/** A quick test: plain English text contains none of these characters, so most texts need no closer look. */
const UNUSUAL_RE = /[^\t\n\r -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E]/;

/** Scripts that use invisible joiners: https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters. */
const JOINING =
  'Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Myanmar Nko Oriya Sinhala Syriac Tamil Telugu Tibetan';

/** One emoji, with an optional variation selector and skin tone. */
const EMOJI = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?[\uFE0E\uFE0F]?`;

/**
 * Valid uses of hidden characters: flags, keycaps and joined emoji (https://unicode.org/reports/tr51/), variants of Han
 * characters, and joining scripts.
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

/** Characters that can be removed without changing the visible text. */
const REMOVABLE = '\uFEFF\u200B\u2060\u00AD';

export interface HiddenRun {
  /** The offset of its start, in UTF-16 units. */
  index: number;
  length: number;
  name: string;
  times: number;
  isRemovable: boolean;
}

/** Finds runs of hidden characters, except for valid uses. */
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
