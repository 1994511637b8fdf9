import {closest, distance} from 'fastest-levenshtein';

/** The valid word nearest to a mistyped one, or `undefined` where none is near enough to be meant. */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0) return undefined;
  const candidate = closest(word, [...valid]);
  return distance(word, candidate) <= Math.max(2, Math.floor(word.length / 2)) ? candidate : undefined;
}

/** `\`a\`, \`b\` or \`c\``; long lists are cut after `limit` with a count of the rest. */
export function listWords(words: readonly string[], limit = 12): string {
  const shown = words.slice(0, limit).map((word) => `\`${word}\``);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
}
