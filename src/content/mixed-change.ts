import type {Problem} from './problem.ts';
import {compareText} from './problem.ts';

/** Where words, pictures and their records lie. */
const CONTENT_RE =
  /^(docs|handbook|blog|static|ledgers|versioned_docs|versioned_sidebars)\/|^(words\.txt|versions\.json|navigation\.json)$/;

/** Files that run on other people's machines as soon as they are merged. */
const WORKFLOW_RE = /^(\.github\/workflows|\.ci)\//;

/** Where a change of pages touches code too, reviewers look at each in another way: they are told. */
export function mixedChange(paths: Iterable<string>): Problem[] {
  const sorted = [...paths].sort(compareText);
  if (!sorted.some((path) => CONTENT_RE.test(path))) return [];
  return sorted
    .filter((path) => !CONTENT_RE.test(path))
    .map((path) => {
      const isWorkflow = WORKFLOW_RE.test(path);
      return {
        path,
        ruleId: 'no-mixed-change',
        severity: isWorkflow ? 'warning' : 'note',
        problem: `this change of pages also changes ${isWorkflow ? 'a workflow' : 'code or settings'}, expected pages alone`,
        fix: 'Take it out, or tell the reviewers why it belongs here.',
      };
    });
}
