import type {CheckContext} from '../content/check-context.ts';
import type {Problem} from '../content/problem.ts';
import type {Toolkit} from '../content/toolkit.ts';
import {compareProblems} from './compare-problems.ts';
import {checkModel, checkPages} from './rule-set.ts';

interface IntroducedErrorOptions {
  today: string;
  /** The changed pages by their new paths, to check their text as well as the model. */
  pages?: {changed: ReadonlySet<string>; context: CheckContext};
  /** The new path of each file that moves. */
  moved?: ReadonlyMap<string, string>;
}

/** The errors that a change would introduce: those of rules that find more in a file than before. */
export function findIntroducedErrors(
  before: Toolkit,
  after: Toolkit,
  {today, pages, moved}: IntroducedErrorOptions,
): Problem[] {
  const earlier = pages && {...pages, changed: new Set([...pages.changed, ...(moved?.keys() ?? [])])};
  const earlierErrors = errorsIn(before, today, earlier);
  const errors = errorsIn(after, today, pages);
  const counts = new Map<string, number>();
  for (const {path, ruleId} of earlierErrors) {
    const key = keyOf(moved?.get(path) ?? path, ruleId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return errors
    .filter(({path, ruleId}) => {
      const key = keyOf(path, ruleId);
      const allowance = counts.get(key) ?? 0;
      counts.set(key, allowance - 1);
      return allowance <= 0;
    })
    .sort(compareProblems);
}

function errorsIn(toolkit: Toolkit, today: string, pages: IntroducedErrorOptions['pages']): Problem[] {
  const changed = toolkit.documents.filter(({document}) => pages?.changed.has(document.path));
  const inPages = pages ? checkPages(changed, {...pages.context, config: toolkit.config}) : [];
  return [...checkModel(toolkit, today), ...inPages].filter(({severity}) => severity === 'error');
}

function keyOf(path: string, ruleId: string): string {
  return `${path}\n${ruleId}`;
}
