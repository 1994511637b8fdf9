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

const VERBS: Readonly<Record<Edit['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
  rewritten: 'Rewritten',
};

/** The names of facts for readers, if they differ from the key. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  regions: 'region',
  outcomes: 'outcome',
  partners: 'partner',
  facts: 'fact',
  sources: 'source',
  withdrawn: 'notice of withdrawal',
};

/** Says what changed and where: `Changed: paragraph in What it cost`. */
export function nameEdit({kind, part, where, before, after}: Edit): string {
  const verb = VERBS[kind];
  if (part === 'fact') return `${verb}: ${FACT_WORDS[where[0] ?? ''] ?? where[0]} of the page`;
  if (part === 'table cell') {
    const [row, column] = where.slice(-2);
    return `${verb}: table cell, row ${row}, column ${column}${inside(where.slice(0, -2))}`;
  }
  if (part === 'table row') return `${verb}: table row ${where.at(-1)}${inside(where.slice(0, -1))}`;
  if (part === 'table column') return `${verb}: table column ${where.at(-1)}${inside(where.slice(0, -1))}`;
  if (part === 'section') return `${verb}: section ${after ?? before}${inside(where)}`;
  if (part !== 'heading' && where.length === 0) return `${verb}: ${part} at the top of the page`;
  return `${verb}: ${part}${inside(where)}`;
}

function inside(headings: readonly string[]): string {
  return headings.length > 0 ? ` in ${headings.join(': ')}` : '';
}
