import type {WordDiff} from './compare-words.ts';
import {compareWords, replaceWords} from './compare-words.ts';
import type {Edit} from './edit.ts';
import {profileOf, shareOf} from './likeness.ts';
import type {Token} from './token.ts';
import {readTokens} from './token.ts';

/** What an edit is about, before its words are compared. */
type Subject = Pick<Edit, 'part' | 'where' | 'from' | 'to'> & Partial<Pick<Edit, 'labels'>>;

/** Texts up to this many tokens are compared word by word however little stayed. */
const SHORT = 6;

/** Longer ones are told whole where less than this share of the words stayed. */
const FAR = 0.35;

/** Something that says other words than before. */
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

/** Something that stands elsewhere; where its words changed too, a second edit says so. */
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
