import {diffArrays} from 'diff';

/**
 * The most insertions and removals that are looked for: more than in any real change of a paragraph. The time grows
 * with the square of it.
 */
const MOST_CHANGES = 400;

/** A run of items that are only in the new sequence, only in the old one, or in both. */
interface Run {
  added: boolean;
  removed: boolean;
  count: number;
}

/** The shortest way from one sequence to another. Sequences that have too little in common are replaced as a whole. */
export function diffKeys(before: readonly string[], after: readonly string[]): readonly Run[] {
  const found = diffArrays([...before], [...after], {maxEditLength: MOST_CHANGES});
  if (found) return found;
  return [
    {added: false, removed: true, count: before.length},
    {added: true, removed: false, count: after.length},
  ];
}
