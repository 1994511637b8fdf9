/**
 * Words that nearly every page has. The engine takes each word as the beginning of words too, so that `a` finds all that
 * begins with it, and what was asked for drowns.
 */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about an and are as at be by can could do does for from has have how i if in into is it its may me must my of on or
  our should so that the their there they this to us was we were what when where which who why will with would you your`.split(
    /\s+/,
  ),
);

/** What the engine is asked for: the query without common words, as long as a word is left; a phrase in quotes stays whole. */
export function searchTerms(query: string): string {
  if (query.includes('"')) return query;
  const left = query.split(/\s+/).filter((word) => !COMMON_WORDS.has(word.toLowerCase().replace(/[^a-z]/g, '')));
  return left.some((word) => /[\p{L}\p{N}]/u.test(word)) ? left.join(' ') : query;
}
