import type {Segment, Touch} from '../edit.ts';

/** What a word says beyond being a word: `{touch: 'modal', value: 'must'}`. */
export interface Mark {
  touch: Touch;
  value: string;
}

/** The smallest thing that can change: a word, a figure with its unit, a date, a sign, the address of a link. */
export interface Token {
  text: string;
  /** Equal for tokens that readers take as the same. */
  key: string;
  what: Segment['what'];
  /** Whether a space stands before it. */
  isSpaced: boolean;
  marks: readonly Mark[];
}

/** The border between two cells of a row. */
export const CELL_BORDER: Token = {text: '|', key: '\u0001', what: 'cell', isSpaced: true, marks: []};

/** The border between two rows. */
export const ROW_BORDER: Token = {text: '\n', key: '\u0002', what: 'row', isSpaced: false, marks: []};

/** Tokens as one text; the space before the first is left out. */
export function readTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({text, isSpaced}) => (isSpaced ? ` ${text}` : text))
    .join('')
    .trim();
}

/** Tokens as a name for what stands under or beside them: without the addresses of links. */
export function nameOf(tokens: readonly Token[]): string {
  return readTokens(tokens.filter(({what}) => what !== 'link'));
}

/** One key for many tokens. */
export function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({key}) => key).join('\u0000');
}

/** Lists of tokens as one, with a border between them. */
export function joinTokens(lists: readonly (readonly Token[])[], border: Token): Token[] {
  return lists.flatMap(([first, ...rest], index) => {
    const tokens = first ? [{...first, isSpaced: true}, ...rest] : [];
    return index === 0 ? tokens : [border, ...tokens];
  });
}

/** How often each word stands in a text, and how many words there are; signs are left out. */
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
