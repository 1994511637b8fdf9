import {compareText, type Problem, SEVERITIES} from '../content/problem.ts';
import type {RuleGroup} from './rule.ts';
import {groupOf} from './rule-set.ts';

/** Problems that do harm come first, then those that break a page or a list, then layout, then wording. */
const GROUPS: readonly RuleGroup[] = ['safety', 'model', 'structure', 'prose'];

interface Ordered {
  ruleId: string;
  path: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** Orders problems for a report: the worst first, then as in `compareInSection`. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareInSection({...a, ...a.place}, {...b, ...b.place})
  );
}

/** Orders problems of one severity by the group of their rule, then by path, line and column. No line sorts last. */
export function compareInSection(a: Ordered, b: Ordered): number {
  return (
    GROUPS.indexOf(groupOf(a.ruleId)) - GROUPS.indexOf(groupOf(b.ruleId)) ||
    compareText(a.path, b.path) ||
    (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.ruleId, b.ruleId)
  );
}
