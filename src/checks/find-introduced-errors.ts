import type {CheckContext} from '../model/check-context.ts';
import type {Problem} from '../model/problem.ts';
import type {Toolkit} from '../model/toolkit.ts';
import {compareProblems} from './compare-problems.ts';
import {checkModel, checkPages} from './rule-set.ts';

/** Finds the errors that a change would add: those beyond the number a rule had in a file. `changed` has new paths. */
export function findIntroducedErrors(
  before: Toolkit,
  after: Toolkit,
  changed: ReadonlySet<string>,
  {context, today, moved}: {context: CheckContext; today: string; moved?: ReadonlyMap<string, string>},
): Problem[] {
  const known = errorsIn(before, new Set([...changed, ...(moved?.keys() ?? [])]), context, today);
  const found = errorsIn(after, changed, context, today);
  const counts = new Map<string, number>();
  for (const {path, ruleId} of known) {
    const key = keyOf(moved?.get(path) ?? path, ruleId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return found
    .filter(({path, ruleId}) => {
      const key = keyOf(path, ruleId);
      const left = counts.get(key) ?? 0;
      counts.set(key, left - 1);
      return left <= 0;
    })
    .sort(compareProblems);
}

function errorsIn(toolkit: Toolkit, changed: ReadonlySet<string>, context: CheckContext, today: string): Problem[] {
  const pages = toolkit.documents.filter(({document}) => changed.has(document.path));
  const problems = [...checkModel(toolkit, today), ...checkPages(pages, {...context, config: toolkit.config})];
  return problems.filter(({severity}) => severity === 'error');
}

function keyOf(path: string, ruleId: string): string {
  return `${path}\n${ruleId}`;
}
