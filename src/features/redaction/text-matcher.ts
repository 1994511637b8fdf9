import {DomUtils, parseDocument} from 'htmlparser2';
import {decodeFully} from '../../content/addresses/resolve-link.ts';

/** Finds a text in others, whatever its capitals and typography. */
export type TextMatcher = ReturnType<typeof matcherOf>;

/** What is compared as one: plain letters, HTML entities, bytes of an address, escapes, white space, characters with accents. */
const TOKEN_RE =
  /[a-z\d]+(?!\p{M})|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);|%[0-7][\da-f]|(?:%[89a-f][\da-f])+|\\u[\da-f]{4}|\\[!-/:-@[-`{-~]|''|\\?\s*\n(?:[ \t]*>)*\s*|\s+|[\s\S]\p{M}*/giu;

/** The tokens that a comparison changes by more than their capitals: most texts have few of them. */
const CHANGED_RE =
  /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);|%[0-7][\da-f]|(?:%[89a-f][\da-f])+|\\u[\da-f]{4}|\\[!-/:-@[-`{-~]|''|\\?\s*\n(?:[ \t]*>)*\s*|\s{2,}|[^\S ]|`|[^\0-\x7F]\p{M}*|[\s\S]\p{M}+/giu;

/** Makes a matcher of a text; quotes and spaces at its ends do not count. */
export function matcherOf(words: string) {
  const wanted = fold(words).text.replace(/^[\s"']+|[\s"']+$/g, '');
  const find = (text: string) => {
    const found: {start: number; end: number; isPart: boolean}[] = [];
    // Places are worked out only where there is one.
    const compared = text.replace(CHANGED_RE, foldToken).toLowerCase().replace(/ {2,}/g, ' ');
    if (!compared.includes(wanted)) return found;
    const folded = fold(text);
    const isInWord = (at: number) => /^[\p{L}\p{M}\p{N}]{2}/u.test(folded.text.slice(Math.max(at - 1, 0), at + 1));
    for (let at = folded.text.indexOf(wanted); at !== -1 && wanted !== ''; ) {
      const end = at + wanted.length;
      const isPart = isInWord(at) || isInWord(end);
      found.push({start: folded.starts[at] ?? 0, end: folded.starts[end] ?? text.length, isPart});
      at = folded.text.indexOf(wanted, isPart ? at + 1 : end);
    }
    return found;
  };
  // A part of a longer word is left.
  return {find, isIn: (text: string) => find(text).some(({isPart}) => !isPart)};
}

/** A text as it is compared, and where each of its characters begins in the file. */
function fold(text: string): {text: string; starts: number[]} {
  const starts: number[] = [];
  let folded = '';
  for (const {0: token, index} of text.matchAll(TOKEN_RE)) {
    const isPlain = /^[a-z\d]+$/i.test(token);
    const part = isPlain ? token.toLowerCase() : foldToken(token);
    if (part === ' ' && folded.endsWith(' ')) continue;
    for (let offset = 0; offset < part.length; offset += 1) starts.push(isPlain ? index + offset : index);
    folded += part;
  }
  return {text: folded, starts};
}

const foldedTokens = new Map<string, string>();

function foldToken(token: string): string {
  if (/^\\?\s/.test(token)) return ' ';
  const folded = foldedTokens.get(token) ?? foldCharacters(token);
  foldedTokens.set(token, folded);
  return folded;
}

function foldCharacters(token: string): string {
  const [, hex, character] = /^\\(?:u(.{4})|(.))$/i.exec(token) ?? [];
  const escaped = hex === undefined ? (character ?? token) : String.fromCharCode(Number.parseInt(hex, 16));
  const decoded = /^&./.test(token) ? DomUtils.textContent(parseDocument(token)) : decodeFully(escaped);
  return decoded
    .replace(/''|[\u2018-\u201B\u2032\u2039\u203A\u02BC\u00B4`]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ');
}
