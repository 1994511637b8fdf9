import type {ParsedPage} from '../markdown/parsed-page.ts';
import {visit} from '../markdown/visit.ts';
import {oncePer} from '../model/memo.ts';

/** A text in which what matches is blanked out, so that a search passes over it and offsets stay. */
export function maskText(text: string, pattern: RegExp): string {
  return text.replace(pattern, blank);
}

/** Addresses of the web as they are written in a text: their numbers and `@` signs are nobody's. */
export const WEB_ADDRESS_RE = /\b(?:https?|ftp):\/\/[^\s<>"')\]]+/gi;

/** A page's text without its code blocks: what they show is an example, and of nobody. */
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
