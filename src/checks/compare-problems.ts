import type {Problem, Severity} from '../model/problem.ts';
import {compareText} from '../model/problem.ts';
import {groupOf} from './policy.ts';
import type {RuleGroup} from './rule.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** What does harm first, then what keeps a page from being read or listed, then how it is laid out, then its words. */
const GROUPS: readonly RuleGroup[] = ['safety', 'model', 'structure', 'prose'];

/** What says where a problem comes in a list of one severity. */
interface Ordered {
  ruleId: string;
  path: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** Orders problems for a report: worst first, then as `compareInSection` does. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareInSection(toOrdered(a), toOrdered(b))
  );
}

/** Orders problems of one severity: by what their rules look after, then by path, line and column; without a line last. */
export function compareInSection(a: Ordered, b: Ordered): number {
  return (
    GROUPS.indexOf(groupOf(a.ruleId)) - GROUPS.indexOf(groupOf(b.ruleId)) ||
    compareText(a.path, b.path) ||
    (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.ruleId, b.ruleId)
  );
}

function toOrdered({ruleId, path, place}: Problem): Ordered {
  return {ruleId, path, ...place};
}
