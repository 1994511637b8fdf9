import type {PageNumber} from './page-numbers.ts';

/** Tells what a page says elsewhere of a figure, from the first place that says it; `keyOf` tells figures apart. */
export function sameFigures<Fact>(
  claims: readonly PageNumber[],
  factOf: (claim: PageNumber) => Fact | undefined,
  keyOf: (claim: PageNumber) => string | undefined,
): (claim: PageNumber) => Fact | undefined {
  const known = new Map<string, Fact>();
  for (const claim of claims) {
    const [key, fact] = [keyOf(claim), factOf(claim)];
    if (key !== undefined && fact !== undefined && !known.has(key)) known.set(key, fact);
  }
  return (claim) => known.get(keyOf(claim) ?? '');
}
