import type {Edit} from './edit.ts';

/** Longer words are cut: a line is read at a glance. */
const MOST_LETTERS = 90;

/** One change in one line, for a terminal: `changed: paragraph in What it cost: "£3,200" is now "£3,400"`. */
export function tellEdit({kind, part, where, before, after, segments}: Edit): string {
  const place = where.length > 0 ? ` in ${where.join(', ')}` : '';
  const [was, is] = kind === 'changed' ? [wordsOf('removed'), wordsOf('added')] : [before, after];
  const [old, fresh] = [was, is].map((words) => words && `"${shorten(words)}"`);
  const said = old && fresh && old !== fresh ? `${old} is now ${fresh}` : fresh ? fresh : `${old ?? ''} is gone`;
  return `${kind}: ${part}${place}: ${kind === 'moved' ? (fresh ?? '') : said}`;

  /** Only the words that went or came: those around them stayed. */
  function wordsOf(what: 'removed' | 'added'): string {
    return segments.flatMap((segment) => (segment.kind === what ? segment.text.trim() : [])).join(' ... ');
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).toWellFormed()}...` : line;
}
