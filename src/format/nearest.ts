import {distance} from 'fastest-levenshtein';

/**
 * The valid word nearest to a mistyped one, or `undefined` if none is near enough: `guidence` matches `guidance`, but
 * `marlford-warm-room` does not match `fab-lab-devon`. Folders that both words share are ignored.
 */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  let best: {name: string; apart: number} | undefined;
  for (const name of valid) {
    const start = sharedFolders(word, name);
    const part = word.slice(start);
    const apart = distance(part, name.slice(start));
    if (apart <= mostApart(part) && (best === undefined || apart < best.apart)) best = {name, apart};
  }
  return best?.name;
}

/** Like `nearest`, for names with folders. A name that differs only in its folders comes first. */
export function nearestPlace(place: string, valid: readonly string[]): string | undefined {
  const name = lastPart(place);
  const alike = valid.filter((candidate) => lastPart(candidate) === name);
  return alike.length === 1 ? alike[0] : nearest(place, valid);
}

/** How many letters of a word may be wrong: one of three, two of four to eleven, a quarter of longer words. */
function mostApart({length}: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 4));
}

/** The length of the folders that two paths share. */
function sharedFolders(first: string, second: string): number {
  let end = 0;
  while (end < first.length && first[end] === second[end]) end += 1;
  return first.slice(0, end).lastIndexOf('/') + 1;
}

function lastPart(place: string): string {
  return place.replace(/\/$/, '').split('/').at(-1) ?? '';
}

/** Formats words as `\`a\`, \`b\` or \`c\``. Lists longer than `limit` end with a count of the rest. */
export function listWords(words: readonly string[], limit = 12): string {
  const shown = words.slice(0, limit).map((word) => `\`${word}\``);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
}
