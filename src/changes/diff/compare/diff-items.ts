import {type ArrayChange, diffArrays} from 'diff';

/**
 * The most insertions and removals to look for: more than any real change of a paragraph has. The time grows with its
 * square.
 */
const MAX_CHANGES = 400;

type Run<T> = Pick<ArrayChange<T>, 'added' | 'removed' | 'value'>;

/**
 * The shortest way from one sequence to another, with unchanged items taken from the new one. Sequences with too little
 * in common are replaced whole.
 */
export function diffItems<T extends {key: string}>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const [old, now] = [[...before], [...after]];
  const runs = diffArrays(old, now, {comparator: (a, b) => a.key === b.key, maxEditLength: MAX_CHANGES});
  if (runs) return runs;
  return [
    {added: false, removed: true, value: old},
    {added: true, removed: false, value: now},
  ];
}
