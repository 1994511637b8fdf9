import type {Edit, Segment} from '../edit.ts';
import {tokenise} from '../units/tokenise.ts';
import {type MeaningChange, type MeaningToken, meaningTokens, sentencesOf} from './meaning-tokens.ts';

/** Up to this many words change a sentence. More are a statement of their own. */
const INSERTED = 6;

/** As many words of a long text as name it. */
const NAMED = 10;

/** The changes of an edit whose figures, duties and negations are the same: an order, an item or a fact. */
export function wordingChanges(edit: Edit): MeaningChange[] {
  return [...reorderedFigures(edit), ...itemChanges(edit), ...factChanges(edit)];
}

export function wording(id: string, states: readonly string[], where: readonly string[]): MeaningChange {
  return {id, kind: 'wording', states, where};
}

/** A sentence that gains or loses a negation says the opposite; a statement with one that is gone was a caveat. */
export function negationChanges(
  edit: Edit,
  removed: readonly MeaningToken[],
  added: readonly MeaningToken[],
): MeaningChange[] {
  const {kind, segments: all, where} = edit;
  const [lost = 0, gained = 0] = [removed, added].map((tokens) => tokens.filter(isNegation).length);
  const side = lost > gained ? 'removed' : 'added';
  const segments = all.filter(({what}) => what === 'words');
  const at = segments.findIndex((segment) => segment.kind === side && meaningTokens(segment.text).some(isNegation));
  const isLong = tokenise(segments[at]?.text ?? '').length > INSERTED;
  if (lost === gained || at === -1 || (side === 'added' && (isLong || kind === 'added'))) return [];
  if (Math.abs(lost - gained) === 1 && isJoined(edit, side)) return [];
  const pair = segments.slice(Math.max(0, at - 1), at + 2).filter((segment) => segment.kind !== 'same');
  const next = segments.slice(at).find((segment) => segment.kind === 'same')?.text ?? '';
  const [word = ''] = isLong ? [] : (/^\s*[\p{L}\p{N}'’-]+/u.exec(next) ?? []);
  const [before, after = ''] = (['removed', 'added'] as const).map((which) =>
    name(pair.map((segment) => (segment.kind === which ? segment.text : '')).join('') + word),
  );
  if (after === '') return [wording(`wording "${before}" removed`, [], where)];
  return [wording(before === '' ? `wording "${after}" added` : `wording "${before}" -> "${after}"`, [after], where)];
}

/** Whether `not available`, which is on one side, is `unavailable` on the other. */
function isJoined({before = '', after = ''}: Edit, side: 'removed' | 'added'): boolean {
  const texts = side === 'removed' ? [before, after] : [after, before];
  const [apart = '', other = ''] = texts.map((text) => text.toLowerCase());
  const joined = other.match(/\b(?:un|in|im|ir|dis)\p{L}+/gu)?.filter((word) => !apart.includes(word)) ?? [];
  return joined.some((word) => apart.includes(`not ${word.replace(/^(?:dis|..)/, '')}`));
}

function isNegation({kind}: MeaningToken): boolean {
  return kind === 'negation';
}

function name(text: string): string {
  const words = text
    .replace(/^[\s,;:]+/, '')
    .trim()
    .split(/\s+/);
  return words.length > NAMED ? `${words.slice(0, NAMED).join(' ')} ...` : words.join(' ');
}

/** Figures that changed places in a sentence whose other words are the same: `by 75% and 65%`. */
function reorderedFigures({segments, where}: Edit): MeaningChange[] {
  const [before = [], after = []] = (['removed', 'added'] as const).map((side) =>
    sentencesOf(textOn(segments, side)).map((sentence) => {
      const tokens = tokenise(sentence).map(({text, key, marks: [mark]}) => ({text, key, aspect: mark?.aspect}));
      const figures = tokens.filter(({aspect}) => aspect === 'number' || aspect === 'date').map(({text}) => text);
      return {figures, gaps: tokens.map(({text, key}) => (figures.includes(text) ? '#' : key)).join(' ')};
    }),
  );
  return before.flatMap(({figures, gaps}) => {
    const [old, now] = [figures, after.find((sentence) => sentence.gaps === gaps)?.figures ?? figures];
    if (String(old) === String(now) || String(old.toSorted()) !== String(now.toSorted())) return [];
    const id = `order of figures ${old.join(', ')} -> ${now.join(', ')}`;
    return [{id, kind: 'figure' as const, states: [now.join(', ')], where}];
  });
}

/** What an edit says on one side, without the addresses of links. */
function textOn(segments: readonly Segment[], side: 'removed' | 'added'): string {
  return segments
    .map(({what, text, kind}) => (what === 'words' && (kind === 'same' || kind === side) ? text : ''))
    .join('');
}

function itemChanges({kind, part, before = '', after = '', where}: Edit): MeaningChange[] {
  const [, title] = /^diagram: title (.*)/.exec(part === 'note' ? after : '') ?? [];
  if (title !== undefined) return [wording(`title of a diagram is now "${name(title)}"`, [title], where)];
  if (part !== 'list item') return [];
  if (kind === 'removed') return [wording(`list item removed "${name(before)}"`, [before], where)];
  return kind === 'moved' ? [wording(`order of a list in "${where.at(-1) ?? 'the answer'}"`, [], where)] : [];
}

/** Facts that readers do not act on, or that others compare. */
const OTHER_FACTS: readonly string[] = ['title', 'description', 'ratings', 'sources', 'withdrawn'];

/** A fact in other words, such as what something cost. */
function factChanges({part, kind, where, before = '', after = ''}: Edit): MeaningChange[] {
  const [key = ''] = where;
  if (part !== 'fact' || kind === 'moved' || OTHER_FACTS.includes(key)) return [];
  return after === ''
    ? [wording(`${key} removed "${name(before)}"`, [], where)]
    : [wording(`${key} is now "${name(after)}"`, [after], where)];
}

/** The text of a chart in other words. */
export function chartChanges(before: unknown, after: unknown): MeaningChange[] {
  const [old, now] = [before, after] as (Readonly<Record<string, unknown>> | undefined)[];
  const keys = ['title', 'finding', 'area', 'note'].filter((key) => old && now && old[key] !== now[key]);
  return keys.map((key) => wording(`${key} of a chart is now "${name(`${now?.[key]}`)}"`, [`${now?.[key]}`], []));
}
