import type {Aspect, Segment} from '../edit.ts';

/** The special meaning of a word: `{aspect: 'modal', value: 'must'}`. */
export interface Mark {
  aspect: Aspect;
  value: string;
}

/** The smallest unit of change: a word, a figure with its unit, a date, a symbol, the address of a link. */
export interface Token {
  text: string;
  /** Equal for tokens that look the same to readers. */
  key: string;
  what: Segment['what'];
  isSpaced: boolean;
  marks: readonly Mark[];
}

export const CELL_BORDER: Token = {text: '|', key: '\u0001', what: 'cell', isSpaced: true, marks: []};

export const ROW_BORDER: Token = {text: '\n', key: '\u0002', what: 'row', isSpaced: false, marks: []};

/** Joins tokens to a text, without the space before the first. */
export function readTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({text, isSpaced}) => (isSpaced ? ` ${text}` : text))
    .join('')
    .trim();
}

/** Joins tokens to a label, without the addresses of links. */
export function nameOf(tokens: readonly Token[]): string {
  return readTokens(tokens.filter(({what}) => what !== 'link'));
}

export function tokensKey(tokens: readonly Token[]): string {
  return tokens.map(({key}) => key).join('\u0000');
}

export function joinTokens(lists: readonly (readonly Token[])[], border: Token): Token[] {
  return lists.flatMap(([first, ...rest], index) => {
    const tokens = first ? [{...first, isSpaced: true}, ...rest] : [];
    return index === 0 ? tokens : [border, ...tokens];
  });
}

/** Counts each word of a text, and all words. Punctuation is left out. */
export interface Profile {
  counts: ReadonlyMap<string, number>;
  size: number;
}

export function profileOf(tokens: readonly Token[]): Profile {
  const counts = new Map<string, number>();
  let size = 0;
  for (const {key} of tokens) {
    if (!/[\p{L}\p{N}]/u.test(key)) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    size += 1;
  }
  return {counts, size};
}

/** The share of words that two texts have in common, from 0 to 1. */
export function shareOf(a: Profile, b: Profile): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [key, count] of small.counts) common += Math.min(count, large.counts.get(key) ?? 0);
  return (2 * common) / (a.size + b.size);
}
