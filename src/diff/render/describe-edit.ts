import {ENGLISH, type Text} from '../../language/text.ts';
import type {Edit, Segment} from '../edit.ts';

/** Longer texts are shortened, so that a line is easy to scan. */
const MOST_LETTERS = 90;

/** Further changes are counted instead of shown. */
const MOST_PIECES = 4;

/** Describes an edit in one line for a terminal: `changed: paragraph in What it cost: "£3,200" is now "£3,400"`. */
export function describeEdit({kind, part, where, before, after, segments}: Edit): string {
  const place = where.length > 0 ? ` in ${where.join(', ')}` : '';
  const head = `${kind}: ${part}${place}: `;
  if (kind === 'changed') return head + describePieces(segments);
  const [old, fresh] = [before, after].map(quote);
  if (kind === 'moved') return head + (fresh ?? '');
  return head + (old && fresh && old !== fresh ? `${old} is now ${fresh}` : (fresh ?? `${old ?? ''} is gone`));
}

/** Describes each run of words that was removed, added or replaced. */
function describePieces(segments: readonly Segment[]): string {
  const pieces: {removed: string; added: string}[] = [];
  for (const [index, {kind, text}] of segments.entries()) {
    if (kind === 'same') continue;
    if (index === 0 || segments[index - 1]?.kind === 'same') pieces.push({removed: '', added: ''});
    const piece = pieces.at(-1);
    if (piece) piece[kind] += text;
  }
  const shown = pieces.slice(0, MOST_PIECES).map(({removed, added}) => {
    const [old, fresh] = [quote(removed), quote(added)];
    if (old && fresh) return `${old} is now ${fresh}`;
    return fresh ? `${fresh} is new` : `${old ?? ''} is gone`;
  });
  const more = pieces.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function quote(words: string | undefined): string | undefined {
  return words === undefined || words.trim() === '' ? undefined : `"${shorten(words)}"`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).toWellFormed()}...` : line;
}

/** Says what changed and where: `Changed: paragraph in What it cost`. */
export function nameEdit(edit: Edit, text: Text = ENGLISH): string {
  return `${text.differences.verbs[edit.kind]}: ${namePlace(edit, text)}`;
}

function namePlace({part, where, before, after}: Edit, {differences: t}: Text): string {
  const inside = (what: string, headings: readonly string[]) =>
    headings.length > 0 ? t.inside({what, headings: headings.join(': ')}) : what;
  const [row = '', column = ''] = where.slice(-2);
  switch (part) {
    case 'fact':
      return t.ofPage({fact: (t.facts as Readonly<Record<string, string>>)[where[0] ?? ''] ?? where[0] ?? ''});
    case 'table cell':
      return inside(t.cell({row, column}), where.slice(0, -2));
    case 'table row':
      return inside(t.row({name: where.at(-1) ?? ''}), where.slice(0, -1));
    case 'table column':
      return inside(t.column({name: where.at(-1) ?? ''}), where.slice(0, -1));
    case 'section':
      return inside(t.section({title: after ?? before ?? ''}), where);
    default:
      return part !== 'heading' && where.length === 0 ? t.atTop({part: t.named[part]}) : inside(t.named[part], where);
  }
}
