import type {ParsedPage} from '../markdown/parsed-page.ts';
import {visit} from '../markdown/visit.ts';
import {oncePer} from '../memo.ts';

/** Replaces every match with blanks, so that searches skip it and offsets stay valid. */
export function maskText(text: string, pattern: RegExp): string {
  return text.replace(pattern, blank);
}

/** Web addresses in a text, whose numbers and `@` characters are not personal data. */
export const WEB_ADDRESS_RE = /\b(?:https?|ftp):\/\/[^\s<>"')\]]+/gi;

/** The text of a page without its code blocks, which contain only examples. */
export const textOutsideCode = oncePer(({tree, document: {text}}: ParsedPage): string => {
  const parts: string[] = [];
  let at = 0;
  visit(tree, 'code', ({position}) => {
    const start = position?.start.offset ?? at;
    const end = position?.end.offset ?? at;
    parts.push(text.slice(at, start), blank(text.slice(start, end)));
    at = end;
  });
  return parts.join('') + text.slice(at);
});

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
