import type {Edit} from '../edit.ts';
import {tokenise} from '../units/tokenise.ts';

/** A longer replacement is about more than one word. */
const LONGEST = 12;

/**
 * Words of direction, amount and scope that edits replace by a word of another side, one for each replacement.
 *
 * @param lists the words of each side, `rise rose | fall fell`; those of a list with one side say something alone
 */
export function turnedWords(edits: readonly Edit[], lists: readonly string[]): [before: string, after: string][] {
  return edits.flatMap(({kind, segments}) => {
    if (kind !== 'changed') return [];
    const wordsOf = (text = '') => tokenise(text.trim().toLowerCase()).map(({key}) => key);
    return segments.flatMap((segment, index): [string, string][] => {
      const other = segments[segment.kind === 'removed' ? index + 1 : index - 1];
      const isPaired = other !== undefined && other.kind !== 'same' && other.kind !== segment.kind;
      // The first half of a pair counts for both.
      if (segment.kind === 'same' || (isPaired && segment.kind === 'added')) return [];
      const sides = [wordsOf(segment.text), wordsOf(isPaired ? other.text : '')] as const;
      const [removed, added] = segment.kind === 'removed' ? sides : [sides[1], sides[0]];
      if (removed.length + added.length > LONGEST) return [];
      return lists.flatMap((list) => turnIn(removed, added, list)).slice(0, 1);
    });
  });
}

function turnIn(removed: readonly string[], added: readonly string[], list: string): [string, string][] {
  const sides = list.split(' | ').map((side) => side.split(' '));
  const sideOf = (word: string) => sides.findIndex((side) => side.includes(word));
  const before = removed.find((word) => sideOf(word) !== -1 && !added.includes(word));
  const gained = added.filter((word) => sideOf(word) !== -1 && !removed.includes(word));
  if (sides.length === 1) return before || gained[0] ? [[before ?? '', gained[0] ?? '']] : [];
  const after = before && gained.find((word) => sideOf(word) !== sideOf(before));
  return before && after ? [[before, after]] : [];
}
