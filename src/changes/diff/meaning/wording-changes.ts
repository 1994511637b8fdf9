import type {Edit, PageText, Segment} from '../edit.ts';
import {tokenise} from '../units/tokenise.ts';
import type {MeaningChange} from './meaning-changes.ts';
import {type MeaningToken, meaningTokens, sentencesOf} from './meaning-tokens.ts';
import {keyOf} from './sources-of.ts';

/** Text of this many words or less inside a sentence changes that sentence. Longer text is a statement of its own. */
const INSERTED = 6;

/** As many words of a long text as name it. */
const NAMED = 10;

/** The changes of an edit whose figures, duties and negations are the same: an order, an item or a fact. */
export function wordingChanges(edit: Edit): MeaningChange[] {
  return [...reorderedFigures(edit), ...itemChanges(edit), ...factChanges(edit)];
}

function wording(id: string, states: readonly string[], where: readonly string[]): MeaningChange {
  return {id, matter: 'wording', states, where};
}

/** A sentence that gains or loses a negation says the opposite; one that is gone was a caveat. */
export function negationChanges(
  edit: Edit,
  removed: readonly MeaningToken[],
  added: readonly MeaningToken[],
): MeaningChange[] {
  const count = (tokens: readonly MeaningToken[]) => tokens.filter(({matter}) => matter === 'negation').length;
  const turn = count(added) - count(removed);
  if (turn === 0 || edit.kind === 'added') return [];
  return wordsTurned(edit.segments, turn > 0 ? 'added' : 'removed')
    .slice(0, 1)
    .flatMap(([before, after]) => {
      if (before !== '' && after !== '') return wording(`wording "${before}" -> "${after}"`, [after], edit.where);
      return after === '' ? wording(`wording "${before}" removed`, [], edit.where) : [];
    });
}

/** The words around each negation on one side, before and after, with the next word if they are few. */
function wordsTurned(segments: readonly Segment[], side: 'removed' | 'added'): [before: string, after: string][] {
  return segments.flatMap(({kind, text}, index): [string, string][] => {
    if (kind !== side || meaningTokens(text).every(({matter}) => matter !== 'negation')) return [];
    const [earlier, later] = [segments[index - 1], segments[index + 1]];
    const paired = side === 'removed' ? later : earlier;
    const other = paired && paired.kind !== 'same' && paired.kind !== side ? paired.text : '';
    const isLong = tokenise(text).length > INSERTED;
    const next = segments.slice(index + 1).find((segment) => segment.kind === 'same')?.text ?? '';
    // Without a replacement, a few words are part of a sentence that remains.
    const context = isLong ? '' : (/^\s*[\p{L}\p{N}'’-]+/u.exec(next)?.[0] ?? '');
    const [mine, theirs] = [`${text}${context}`, other === '' && isLong ? '' : `${other}${context}`].map(name);
    return side === 'removed'
      ? [[mine ?? '', theirs ?? '']]
      : [[isLong ? '' : (theirs ?? ''), isLong ? '' : (mine ?? '')]];
  });
}

/** The first words of a text, to name it. */
function name(text: string): string {
  const words = text
    .replace(/^[\s,;:]+/, '')
    .trim()
    .split(/\s+/);
  return words.length > NAMED ? `${words.slice(0, NAMED).join(' ')} ...` : words.join(' ');
}

/** Figures that changed places in a sentence whose other words are the same: `by 75% and 65%`. */
function reorderedFigures(edit: Edit): MeaningChange[] {
  const [before, after] = (['removed', 'added'] as const).map((side) =>
    sentencesOf(textOn(edit.segments, side)).map(withGaps),
  );
  return (before ?? []).flatMap(({gaps, figures}) => {
    const other = after?.find((sentence) => sentence.gaps === gaps && String(sentence.figures) !== String(figures));
    if (!other || String([...figures].sort()) !== String([...other.figures].sort())) return [];
    const [old, now] = [figures, other.figures].map((list) => list.join(', '));
    return [{id: `order of figures ${old} -> ${now}`, matter: 'figure', states: [now ?? ''], where: edit.where}];
  });
}

/** A sentence with a gap for each figure, and the figures. */
function withGaps(sentence: string): {gaps: string; figures: string[]} {
  const tokens = tokenise(sentence);
  const isFigure = ({marks}: (typeof tokens)[number]) => marks[0]?.touch === 'number' || marks[0]?.touch === 'date';
  return {
    gaps: tokens.map((token) => (isFigure(token) ? '#' : token.key)).join(' '),
    figures: tokens.filter(isFigure).map(({text}) => text),
  };
}

/** What an edit says on one side, without the addresses of links. */
export function textOn(segments: readonly Segment[], side: 'removed' | 'added'): string {
  return segments
    .map(({what, text, kind}) => (what === 'words' && (kind === 'same' || kind === side) ? text : ''))
    .join('');
}

function itemChanges({kind, part, before = '', after = '', where}: Edit): MeaningChange[] {
  const [, diagram] = /^diagram: title (.*)/.exec(part === 'note' ? after : '') ?? [];
  if (diagram !== undefined) return [wording(`title of a diagram is now "${name(diagram)}"`, [diagram], where)];
  if (part !== 'list item') return [];
  if (kind === 'removed') return [wording(`list item removed "${name(before)}"`, [before], where)];
  const place = where.at(-1);
  return kind === 'moved' ? [wording(`order of a list${place === undefined ? '' : ` in "${place}"`}`, [], where)] : [];
}

/** Facts that readers do not act on, or that others compare. */
const OTHER_FACTS: readonly string[] = ['title', 'description', 'ratings', 'sources', 'withdrawn'];

/** A fact in other words, such as what something cost. */
function factChanges({part, kind, where, before = '', after = ''}: Edit): MeaningChange[] {
  const [key = ''] = where;
  if (part !== 'fact' || kind === 'moved' || OTHER_FACTS.includes(key)) return [];
  const id = after === '' ? `${key} removed "${name(before)}"` : `${key} is now "${name(after)}"`;
  return [wording(id, after === '' ? [] : [after], where)];
}

/** Sources whose publisher is another one. */
export function publisherChanges(before: PageText, after: PageText): MeaningChange[] {
  const old = new Map(publishersOf(before));
  return publishersOf(after).flatMap(([address, publisher]) => {
    const previous = old.get(address);
    if (previous === undefined || previous === publisher) return [];
    return [wording(`publisher of ${address} is now "${publisher}"`, [publisher], [])];
  });
}

/** The text of a chart in other words. */
export function chartChanges(before: unknown, after: unknown): MeaningChange[] {
  const [old, now] = [before, after] as Readonly<Record<string, unknown>>[];
  return ['title', 'finding', 'area', 'note'].flatMap((key) =>
    old && now && old[key] !== now[key]
      ? wording(`${key} of a chart is now "${name(String(now[key]))}"`, [String(now[key])], [String(now.title)])
      : [],
  );
}

function publishersOf({frontMatter}: PageText): [address: string, publisher: string][] {
  const sources = Array.isArray(frontMatter?.sources) ? (frontMatter.sources as Record<string, unknown>[]) : [];
  return sources.map(({url, publisher}) => [keyOf(String(url)), String(publisher)]);
}
