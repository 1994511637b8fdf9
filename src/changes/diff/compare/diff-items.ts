import {type ArrayChange, diffArrays} from 'diff';

/**
 * The most insertions and removals that are looked for: more than in any real change of a paragraph. The time grows
 * with the square of it.
 */
const MOST_CHANGES = 400;

type Run<T> = Pick<ArrayChange<T>, 'added' | 'removed' | 'value'>;

/**
 * The shortest way from one sequence to another, as runs of items; those in both are the new ones. Sequences that have
 * too little in common are replaced as a whole.
 */
export function diffItems<T extends {key: string}>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const [old, now] = [[...before], [...after]];
  const runs = diffArrays(old, now, {comparator: (a, b) => a.key === b.key, maxEditLength: MOST_CHANGES});
  if (runs) return runs;
  return [
    {added: false, removed: true, value: old},
    {added: true, removed: false, value: now},
  ];
}
