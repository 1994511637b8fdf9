import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {OwnedProblem} from './link-problems.ts';

/** The problems that one role has to mend. */
export interface OwnersProblems {
  /** Its name, `Guidance editor`. */
  label: string;
  problems: OwnedProblem[];
}

/** Problems by the role that has to mend them, in the order of the configuration; those of nobody come last. */
export function byOwner(problems: readonly OwnedProblem[], {owners}: Pick<ToolkitConfig, 'owners'>): OwnersProblems[] {
  const groups = owners.map(({id, label}) => ({label, problems: problems.filter(({owner}) => owner === id)}));
  const ids = new Set(owners.map(({id}) => id));
  const rest = problems.filter(({owner}) => owner === undefined || !ids.has(owner));
  return [...groups, {label: 'Nobody in particular', problems: rest}].filter((group) => group.problems.length > 0);
}
