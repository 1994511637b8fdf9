import {distance} from 'fastest-levenshtein';

/**
 * The valid word nearest to a mistyped one, or `undefined` where none is near enough to be meant: `guidence` means
 * `guidance`, and `marlford-warm-room` does not mean `fab-lab-devon`. Folders that both words begin with say nothing.
 */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  let found: {name: string; apart: number} | undefined;
  for (const name of valid) {
    const start = sharedFolders(word, name);
    const part = word.slice(start);
    const apart = distance(part, name.slice(start));
    if (apart <= mostApart(part) && (found === undefined || apart < found.apart)) found = {name, apart};
  }
  return found?.name;
}

/** As for `nearest`, of names with folders: one that is right but for its folders comes first. */
export function nearestPlace(place: string, valid: readonly string[]): string | undefined {
  const name = lastPart(place);
  const alike = valid.filter((candidate) => lastPart(candidate) === name);
  return alike.length === 1 ? alike[0] : nearest(place, valid);
}

/** How many letters of a word may be wrong: one of three, two of four to eleven, then a quarter. */
function mostApart({length}: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 4));
}

/** Where the folders end that two places share. */
function sharedFolders(one: string, other: string): number {
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end).lastIndexOf('/') + 1;
}

function lastPart(place: string): string {
  return place.replace(/\/$/, '').split('/').at(-1) ?? '';
}

/** `\`a\`, \`b\` or \`c\``; long lists are cut after `limit` with a count of the rest. */
export function listWords(words: readonly string[], limit = 12): string {
  const shown = words.slice(0, limit).map((word) => `\`${word}\``);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
}
