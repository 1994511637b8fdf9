import type {CheckContext} from '../content/check-context.ts';
import type {Problem} from '../content/problem.ts';
import type {Toolkit} from '../content/toolkit.ts';
import {compareProblems} from './compare-problems.ts';
import {checkModel, checkPages} from './rule-set.ts';

interface IntroducedErrorOptions {
  today: string;
  /** The changed pages by their new paths. */
  pages: {changed: ReadonlySet<string>; context: CheckContext};
  /** The new path of each file that moves. */
  moved?: ReadonlyMap<string, string>;
}

/** The errors that a change would introduce, in the model and in the pages that it changes. */
export async function findIntroducedErrors(
  before: Toolkit,
  after: Toolkit,
  {today, pages: {changed, context}, moved}: IntroducedErrorOptions,
): Promise<Problem[]> {
  const problemsOf = async (toolkit: Toolkit, paths: ReadonlySet<string>) => {
    const documents = toolkit.documents.filter(({document}) => paths.has(document.path));
    return [...checkModel(toolkit, today), ...(await checkPages(documents, {...context, config: toolkit.config}))];
  };
  const earlier = await problemsOf(before, new Set([...changed, ...(moved?.keys() ?? [])]));
  return introducedErrors(earlier, await problemsOf(after, changed), moved);
}

/** The errors among the problems after a change: those of rules that find more in a file than before. */
export function introducedErrors(
  before: readonly Problem[],
  after: readonly Problem[],
  moved?: ReadonlyMap<string, string>,
): Problem[] {
  const counts = new Map<string, number>();
  for (const {path, ruleId} of errorsIn(before)) {
    const key = keyOf(moved?.get(path) ?? path, ruleId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return errorsIn(after)
    .filter(({path, ruleId}) => {
      const key = keyOf(path, ruleId);
      const allowance = counts.get(key) ?? 0;
      counts.set(key, allowance - 1);
      return allowance <= 0;
    })
    .sort(compareProblems);
}

function errorsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({severity}) => severity === 'error');
}

function keyOf(path: string, ruleId: string): string {
  return `${path}\n${ruleId}`;
}
