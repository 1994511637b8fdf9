import type {Token} from './token.ts';

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
