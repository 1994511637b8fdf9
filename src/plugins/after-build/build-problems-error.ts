import type {Problem} from '../../content/problem.ts';

/** The built site has problems that authors can mend; the plugin prints them as a report. */
export class BuildProblemsError extends Error {
  override name = 'BuildProblemsError';
  problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({path, problem}) => `${path}: ${problem}`).join('; '));
    this.problems = problems;
  }
}
