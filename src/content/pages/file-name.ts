import {SMALL_WORDS} from '../../format/text.ts';

const MARK_RE = /\p{M}/gu;
const APOSTROPHE_RE = /['\u2019]/g;
const OTHER_RE = /[^a-z0-9]+/g;

/** Turns a title into a file name without extension: lower-case ASCII words joined by hyphens. May be empty. */
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

/** The longest name that is still easy to list, print and type, in characters. */
const MAX_LENGTH = 40;

/** The file name for a new page: that of `fileNameOf`, shortened to whole words if it is long. */
export function shortNameOf(title: string): string {
  const name = fileNameOf(title);
  if (name.length <= MAX_LENGTH) return name;
  const whole = name.slice(0, MAX_LENGTH + 1).replace(/-[^-]*$/, '');
  const words = whole.slice(0, MAX_LENGTH).split('-');
  while (words.length > 1 && SMALL_WORDS.has(words.at(-1) ?? '')) words.pop();
  return words.join('-');
}

export const NOTE_FOLDER = 'blog/_pending';

/** Letters that spell no word. */
const ENDINGS = 'bcdfghjkmnpqrstv';

/**
 * The path of a note, named after the first page that it is about. Notes of two branches about one page must not share
 * it, or git keeps only one of them.
 *
 * @param seed what differs between them, such as the text of the note
 */
export function notePath(pages: readonly string[], seed: string): string {
  const name = fileNameOf(pages[0]?.split('/').at(-1) ?? '') || 'note';
  // FNV-1a, which browsers compute without waiting.
  const hash = [...seed].reduce(
    (sum, character) => Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619),
    0x811c9dc5,
  );
  const ending = (hash >>> 0).toString(16).padStart(4, '0').slice(-4);
  return `${NOTE_FOLDER}/${name}-${ending.replace(/./g, (digit) => ENDINGS.charAt(Number.parseInt(digit, 16)))}.md`;
}
