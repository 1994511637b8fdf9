import type {Edit, Segment} from './edit.ts';

/** Longer words are cut: a line is read at a glance. */
const MOST_LETTERS = 90;

/** More of them are counted, not told. */
const MOST_PIECES = 4;

/** One change in one line, for a terminal: `changed: paragraph in What it cost: "£3,200" is now "£3,400"`. */
export function tellEdit({kind, part, where, before, after, segments}: Edit): string {
  const place = where.length > 0 ? ` in ${where.join(', ')}` : '';
  const head = `${kind}: ${part}${place}: `;
  if (kind === 'changed') return head + tellPieces(segments);
  const [old, fresh] = [before, after].map(quote);
  if (kind === 'moved') return head + (fresh ?? '');
  return head + (old && fresh && old !== fresh ? `${old} is now ${fresh}` : (fresh ?? `${old ?? ''} is gone`));
}

/** Each stretch of words that went, came or took the place of others; those around them stayed. */
function tellPieces(segments: readonly Segment[]): string {
  const pieces: {removed: string; added: string}[] = [];
  for (const [index, {kind, text}] of segments.entries()) {
    if (kind === 'same') continue;
    if (index === 0 || segments[index - 1]?.kind === 'same') pieces.push({removed: '', added: ''});
    const piece = pieces.at(-1);
    if (piece) piece[kind] += text;
  }
  const told = pieces.slice(0, MOST_PIECES).map(({removed, added}) => {
    const [old, fresh] = [quote(removed), quote(added)];
    if (old && fresh) return `${old} is now ${fresh}`;
    return fresh ? `${fresh} is new` : `${old ?? ''} is gone`;
  });
  const more = pieces.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function quote(words: string | undefined): string | undefined {
  return words === undefined || words.trim() === '' ? undefined : `"${shorten(words)}"`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).toWellFormed()}...` : line;
}
