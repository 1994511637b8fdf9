import {ENGLISH, type Text} from '../../../language/text.ts';
import type {Edit} from '../edit.ts';
import {piecesOf} from './blocks.ts';

/** Longer texts are shortened, so that a line is easy to scan. */
const MAX_LETTERS = 90;

/** Further changes are counted instead of shown. */
const MAX_PIECES = 4;

/** Describes an edit in one line for a terminal: `Changed: paragraph in What it cost: "£3,200" is now "£3,400"`. */
export function describeEdit(edit: Edit): string {
  const changes = describeChanges(edit);
  const more = changes.length - MAX_PIECES;
  const shown = changes.slice(0, MAX_PIECES).join('; ') + (more > 0 ? `; and ${more} more` : '');
  return `${nameEdit(edit)}: ${shown}`;
}

/** Each run of words that was removed, added or replaced. */
function describeChanges({kind, before, after, segments}: Edit): string[] {
  if (kind !== 'changed') return [describeChange(kind === 'moved' ? undefined : before, after)];
  const pieces = piecesOf(segments);
  return pieces.flatMap((piece, index) => {
    const [last, next] = [pieces[index - 1], pieces[index + 1]];
    if (piece.kind === 'removed') return describeChange(piece.words, next?.kind === 'added' ? next.words : undefined);
    return piece.kind === 'added' && last?.kind !== 'removed' ? `${quote(piece.words)} is new` : [];
  });
}

function describeChange(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return quote(after ?? '');
  return after === undefined ? `${quote(before)} is gone` : `${quote(before)} is now ${quote(after)}`;
}

function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return `"${line.length > MAX_LETTERS ? `${line.slice(0, MAX_LETTERS).toWellFormed()}...` : line}"`;
}

/** Says what changed and where: `Changed: paragraph in What it cost`. */
export function nameEdit(edit: Edit, text: Text = ENGLISH): string {
  return `${text.differences.verbs[edit.kind]}: ${namePlace(edit, text)}`;
}

function namePlace({kind, part, where, before, after}: Edit, {differences: t}: Text): string {
  if (kind === 'replaced') return t.named[part];
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
