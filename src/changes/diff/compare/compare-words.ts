import type {Aspect, Edit, Segment} from '../edit.ts';
import {profileOf, readTokens, shareOf, type Token} from '../units/token.ts';
import {diffItems} from './diff-items.ts';

type WordDiff = Pick<Edit, 'segments' | 'affects'>;

/** A run of unchanged words, or a replacement of words; either side may be empty. */
type Hunk = Record<Segment['kind'], readonly Token[]>;

const ASPECTS: readonly Aspect[] = ['words', 'number', 'date', 'modal', 'negation', 'link', 'picture'];

function compareWords(before: readonly Token[], after: readonly Token[]): WordDiff {
  const hunks: Hunk[] = [];
  for (const {added, removed, value} of diffItems(before, after)) {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    const last = hunks.at(-1);
    if (last && kind !== 'same' && last.same.length === 0) last[kind] = [...last[kind], ...value];
    else hunks.push({same: [], removed: [], added: [], [kind]: value});
  }
  return {segments: toSegments(joinHunks(hunks)), affects: aspectsOf(hunks)};
}

/** Treats a text as fully rewritten. Everything in both texts counts as touched, even a number in both. */
function replaceWords(before: readonly Token[], after: readonly Token[]): WordDiff {
  const hunks = [
    {same: [], removed: before, added: []},
    {same: [], removed: [], added: after},
  ];
  return {segments: toSegments(hunks), affects: aspectsOf(hunks)};
}

/** Merges two replacements around a single short word or character, because that is easier to read. */
function joinHunks(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const [first, middle] = joined.slice(-2);
    if (first && middle && isReplaced(first) && isReplaced(hunk) && isSmall(middle)) {
      const side = (kind: 'removed' | 'added') => [...first[kind], ...middle.same, ...hunk[kind]];
      joined.splice(-2, 2, {same: [], removed: side('removed'), added: side('added')});
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
function aspectsOf(hunks: readonly Hunk[]): Aspect[] {
  const changes = hunks.filter(({same}) => same.length === 0);
  const affects = ASPECTS.filter((aspect) =>
    changes.some(({removed, added}) => valuesOf(removed, aspect) !== valuesOf(added, aspect)),
  );
  return affects.length > 0 || changes.length === 0 ? affects : ['words'];
}

function valuesOf(tokens: readonly Token[], aspect: Aspect): string {
  return tokens
    .flatMap(({key, what, marks}) => {
      if (aspect !== 'words') return marks.filter((mark) => mark.aspect === aspect).map(({value}) => value);
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

export type Subject = Pick<Edit, 'part' | 'where' | 'from' | 'to'> & Partial<Pick<Edit, 'labels' | 'span'>>;

/** An edit of something by its old and its new words. If what moved also changed, that is a second edit. */
export function makeEdit(
  kind: Exclude<Edit['kind'], 'rewritten' | 'replaced'>,
  subject: Subject,
  before: readonly Token[] | undefined,
  after: readonly Token[] | undefined,
): Edit {
  const [old, now] = [before ?? [], after ?? []];
  const isRewritten = kind === 'changed' && !isClose(old, now);
  const compare = isRewritten ? replaceWords : compareWords;
  return {
    span: 1,
    labels: [],
    contents: [],
    ...subject,
    kind: isRewritten ? 'rewritten' : kind,
    before: before && readTokens(before),
    after: after && readTokens(after),
    ...(kind === 'moved' ? {segments: [], affects: []} : compare(old, now)),
  };
}

/** Texts up to this many tokens are always compared word by word. */
const SHORT = 6;

/** Longer texts are shown as rewritten if less than this share of the words stayed. */
const FAR = 0.35;

function isClose(before: readonly Token[], after: readonly Token[]): boolean {
  const [less, more] = [before.length, after.length].sort((a, b) => a - b) as [number, number];
  return (less <= SHORT && more <= 2 * SHORT) || shareOf(profileOf(before), profileOf(after)) >= FAR;
}
