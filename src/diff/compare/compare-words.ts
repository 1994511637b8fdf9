import type {Edit, Segment, Touch} from '../edit.ts';
import {profileOf, readTokens, shareOf, type Token} from '../units/token.ts';
import {diffKeys} from './diff-keys.ts';

/** The result of comparing two texts. */
export interface WordDiff {
  segments: Segment[];
  touches: Touch[];
}

/** A run of unchanged words, or a replacement of words; either side may be empty. */
interface Hunk {
  same: readonly Token[];
  removed: readonly Token[];
  added: readonly Token[];
}

const TOUCHES: readonly Touch[] = ['words', 'number', 'date', 'modal', 'negation', 'link', 'picture'];

/** Compares two texts word by word. */
export function compareWords(before: readonly Token[], after: readonly Token[]): WordDiff {
  const hunks = hunksOf(before, after);
  return {segments: toSegments(joinHunks(hunks)), touches: touchesOf(hunks)};
}

/** Treats a text as fully rewritten. Everything in both texts counts as touched, even a number in both. */
export function replaceWords(before: readonly Token[], after: readonly Token[]): WordDiff {
  const removed = {same: [], removed: before, added: []};
  const added = {same: [], removed: [], added: after};
  return {segments: toSegments([removed, added]), touches: touchesOf([removed, added])};
}

function hunksOf(before: readonly Token[], after: readonly Token[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const keys = (tokens: readonly Token[]) => tokens.map(({key}) => key);
  for (const {added, removed, count} of diffKeys(keys(before), keys(after))) {
    const old = added ? [] : before.slice(i, i + count);
    const now = removed ? [] : after.slice(j, j + count);
    i += old.length;
    j += now.length;
    const last = hunks.at(-1);
    if (!added && !removed) hunks.push({same: now, removed: [], added: []});
    else if (last && last.same.length === 0) {
      hunks[hunks.length - 1] = {same: [], removed: [...last.removed, ...old], added: [...last.added, ...now]};
    } else hunks.push({same: [], removed: old, added: now});
  }
  return hunks;
}

/** Merges two replacements around a single short word or character, because that is easier to read. */
function joinHunks(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const [first, middle] = joined.slice(-2);
    if (first && middle && isReplaced(first) && isReplaced(hunk) && isSmall(middle)) {
      joined.splice(-2, 2, {
        same: [],
        removed: [...first.removed, ...middle.same, ...hunk.removed],
        added: [...first.added, ...middle.same, ...hunk.added],
      });
    } else joined.push(hunk);
  }
  return joined;
}

function isReplaced({removed, added}: Hunk): boolean {
  return removed.length > 0 && added.length > 0 && [...removed, ...added].every(({what}) => what === 'words');
}

function isSmall({same}: Hunk): boolean {
  const [token] = same;
  return same.length === 1 && token?.what === 'words' && token.marks.length === 0 && token.text.length <= 3;
}

/** A kind of word is touched if the old words of that kind, in order, differ from the new ones. */
function touchesOf(hunks: readonly Hunk[]): Touch[] {
  const changes = hunks.filter(({same}) => same.length === 0);
  const touches = TOUCHES.filter((touch) =>
    changes.some(({removed, added}) => valuesOf(removed, touch) !== valuesOf(added, touch)),
  );
  return touches.length > 0 ? touches : changes.length > 0 ? ['words'] : [];
}

function valuesOf(tokens: readonly Token[], touch: Touch): string {
  return tokens
    .flatMap(({key, what, marks}) => {
      if (touch !== 'words') return marks.filter((mark) => mark.touch === touch).map(({value}) => value);
      return marks.length > 0 || what === 'cell' || what === 'row' ? [] : [key];
    })
    .join('\u0000');
}

function toSegments(hunks: readonly Hunk[]): Segment[] {
  const segments: Segment[] = [];
  for (const hunk of hunks) {
    for (const kind of ['same', 'removed', 'added'] as const) {
      for (const token of hunk[kind]) {
        const last = segments.at(-1);
        const text = token.isSpaced && last !== undefined ? ` ${token.text}` : token.text;
        if (last?.kind === kind && last.what === token.what) last.text += text;
        else segments.push({kind, what: token.what, text});
      }
    }
  }
  return segments;
}

/** An edit before its words are compared. */
type Subject = Pick<Edit, 'part' | 'where' | 'from' | 'to'> & Partial<Pick<Edit, 'labels'>>;

/** Texts up to this many tokens are always compared word by word. */
const SHORT = 6;

/** Longer texts are shown as rewritten if less than this share of the words stayed. */
const FAR = 0.35;

/** An edit of something with a different text than before. */
export function changedEdit(subject: Subject, before: readonly Token[], after: readonly Token[]): Edit {
  const isShort = Math.min(before.length, after.length) <= SHORT && Math.max(before.length, after.length) <= 2 * SHORT;
  const isClose = isShort || shareOf(profileOf(before), profileOf(after)) >= FAR;
  const words = isClose ? compareWords(before, after) : replaceWords(before, after);
  return makeEdit(isClose ? 'changed' : 'rewritten', subject, words, readTokens(before), readTokens(after));
}

export function addedEdit(subject: Subject, tokens: readonly Token[]): Edit {
  return makeEdit('added', subject, compareWords([], tokens), undefined, readTokens(tokens));
}

export function removedEdit(subject: Subject, tokens: readonly Token[]): Edit {
  return makeEdit('removed', subject, compareWords(tokens, []), readTokens(tokens), undefined);
}

/** An edit of something that moved. If its text changed too, a second edit shows that. */
export function movedEdit(subject: Subject, before: readonly Token[], after: readonly Token[], span = 1): Edit {
  const words = {segments: [], touches: []};
  return {...makeEdit('moved', subject, words, readTokens(before), readTokens(after)), span};
}

function makeEdit(
  kind: Edit['kind'],
  {labels = [], ...subject}: Subject,
  words: WordDiff,
  before: string | undefined,
  after: string | undefined,
): Edit {
  return {kind, ...subject, before, after, ...words, span: 1, labels, contents: []};
}
