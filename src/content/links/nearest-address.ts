import {closest, distance} from 'fastest-levenshtein';
import {nearest} from '../nearest.ts';

/** The valid name nearest to a dead one. */
export interface Near {
  name: string;
  /** Whether no other comes near enough to be meant. */
  isOnly: boolean;
}

/** Beyond this nobody mistyped an address, and comparing takes long. */
const LONGEST_COMPARED = 300;

/**
 * The address most likely meant by a dead one: its last part decides, for pages that move keep their name,
 * and the rest of the address would make strangers in one folder look alike.
 */
export function nearestAddress(address: string, valid: readonly string[]): Near | undefined {
  if (address.length > LONGEST_COMPARED) return undefined;
  // An author who links to a source file means its page.
  const meant = address.replace(/\.mdx?$/, '/');
  const sameLetters = valid.filter((candidate) => candidate.toLowerCase() === meant.toLowerCase());
  if (sameLetters[0] !== undefined) return {name: sameLetters[0], isOnly: sameLetters.length === 1};
  const part = lastPart(meant);
  const name = nearest(part, partsOf(valid));
  if (name === undefined) return undefined;
  const alike = valid.filter((candidate) => lastPart(candidate) === name);
  return {name: closest(meant, alike), isOnly: alike.length === 1 && isOnly(part, name, partsOf(valid))};
}

/** The anchor most likely meant by a missing one: headings that differ in case alone come first. */
export function nearestAnchor(anchor: string, valid: readonly string[]): Near | undefined {
  if (anchor.length > LONGEST_COMPARED) return undefined;
  const sameLetters = valid.filter((candidate) => candidate.toLowerCase() === anchor.toLowerCase());
  const name = sameLetters[0] ?? nearest(anchor, valid);
  return name === undefined ? undefined : {name, isOnly: sameLetters.length === 1 || isOnly(anchor, name, valid)};
}

/** A slip of the hand changes few letters of a word; what else is as near could be meant too. */
function isOnly(word: string, near: string, valid: readonly string[]): boolean {
  const slip = Math.max(2, Math.floor(word.length / 5));
  if (distance(word, near) > slip) return false;
  return [...new Set(valid)].filter((candidate) => distance(word, candidate) <= slip + 1).length === 1;
}

const parts = new WeakMap<readonly string[], readonly string[]>();

/** The last parts of many addresses, each once, worked out once for each list. */
function partsOf(valid: readonly string[]): readonly string[] {
  const known = parts.get(valid) ?? [...new Set(valid.map(lastPart))];
  parts.set(valid, known);
  return known;
}

function lastPart(address: string): string {
  return address.split('/').filter(Boolean).at(-1) ?? '';
}
