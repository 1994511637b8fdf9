/** Characters that are not seen, or not seen for what they are; line ends and plain spaces stay. */
const UNSEEN_RE = /(?![\n ])[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\uFFFC]/gu;

/** A text in which every character can be seen: others are written as escapes, `\u202E`. */
function visibleText(text: string): string {
  return text.replace(UNSEEN_RE, escapeOf);
}

function escapeOf(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** Bytes as they are written down: `89 50 4E 47`. */
export function visibleBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** A letter of another script beside a Latin one, which it may look like. */
const LOOKALIKE_RE = /(?<=\p{Script=Latin})[\p{L}--\p{Script=Latin}]|[\p{L}--\p{Script=Latin}](?=\p{Script=Latin})/gv;

const AT_RE = /(?<=\w)@(?=[\w-]+\.\w)/g;
const TELEPHONE_RE = /(?<!\w)(\+\d\d ?\d{3}|0\d{3})([\d -]{5,8}\d)\b/g;

/** An example for readers: what could be taken for somebody's address or number is masked, for it would be found on this page too. */
export function shownExample(text: string): string {
  return visibleText(text)
    .replace(LOOKALIKE_RE, escapeOf)
    .replace(AT_RE, ' [at] ')
    .replace(TELEPHONE_RE, (_number, start: string, end: string) => start + end.replaceAll(/\d/g, '#'));
}
