import {SMALL_WORDS} from '../../format/text.ts';

const MARK_RE = /\p{M}/gu;
const APOSTROPHE_RE = /['\u2019]/g;
const OTHER_RE = /[^a-z0-9]+/g;

/** A title as the name of a file, without extension: lower-case ASCII words joined by hyphens; empty where none is left. */
export function fileNameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(MARK_RE, '')
    .toLowerCase()
    .replace(APOSTROPHE_RE, '')
    .replaceAll('&', ' and ')
    .replace(OTHER_RE, '-')
    .replace(/^-|-$/g, '');
}

/** A name of this length fits into a listing, an address on paper and the command that names it. */
const LONGEST = 40;

/** The name that the file of a new page gets from its title: that of `fileNameOf`, cut behind a word where it is long. */
export function shortNameOf(title: string): string {
  const name = fileNameOf(title);
  if (name.length <= LONGEST) return name;
  const whole = name.slice(0, LONGEST + 1).replace(/-[^-]*$/, '');
  const words = whole.slice(0, LONGEST).split('-');
  while (words.length > 1 && SMALL_WORDS.has(words.at(-1) ?? '')) words.pop();
  return words.join('-');
}
