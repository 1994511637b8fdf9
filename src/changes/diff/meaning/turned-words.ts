import type {Edit, Segment} from '../edit.ts';
import {tokenise} from '../units/tokenise.ts';

/** A word that says something else than the word it replaced; one of the two is empty for a word such as `only`. */
export interface TurnedWord {
  before: string;
  after: string;
}

/** A longer replacement is about more than one word. */
const LONGEST = 12;

/**
 * The words of direction, amount and scope that a few words replace by those of another side.
 *
 * @param lists the words of each side, `rise rose | fall fell`; a list with one side has words that matter alone
 */
export function turnedWords(edits: readonly Edit[], lists: readonly string[]): TurnedWord[] {
  const sides = lists.map((list) => list.split('|').map((side) => new Set(side.trim().split(/\s+/))));
  return edits
    .filter(({kind}) => kind === 'changed')
    .flatMap(({segments}) => replacementsIn(segments))
    .flatMap((replacement) => sides.flatMap((list) => turnIn(replacement, list) ?? []).slice(0, 1));
}

type Replacement = Record<'removed' | 'added', string[]>;

function replacementsIn(segments: readonly Segment[]): Replacement[] {
  const replacements: Replacement[] = [];
  for (const [index, {kind, text}] of segments.entries()) {
    if (kind === 'same') continue;
    const words = tokenise(text.trim()).map(({key}) => key.toLowerCase());
    const isPaired = kind === 'added' && segments[index - 1]?.kind === 'removed';
    if (!isPaired) replacements.push({removed: [], added: []});
    replacements.at(-1)?.[kind].push(...words);
  }
  return replacements.filter(({removed, added}) => removed.length + added.length <= LONGEST);
}

function turnIn({removed, added}: Replacement, sides: readonly ReadonlySet<string>[]): TurnedWord | undefined {
  const lost = (words: readonly string[], others: readonly string[], side: ReadonlySet<string>) => {
    const own = words.filter((word) => side.has(word));
    return own.length > others.filter((word) => side.has(word)).length ? own[0] : undefined;
  };
  for (const side of sides) {
    const before = lost(removed, added, side);
    if (before === undefined && sides.length > 1) continue;
    const after = (sides.length > 1 ? sides.filter((other) => other !== side) : sides)
      .map((other) => lost(added, removed, other))
      .find((word) => word !== undefined);
    if (sides.length === 1 ? before !== undefined || after !== undefined : after !== undefined) {
      return {before: before ?? '', after: after ?? ''};
    }
  }
  return undefined;
}
