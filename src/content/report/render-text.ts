import type {Problem, Severity} from '../problem.ts';
import {compareProblems} from '../problem.ts';

/** Problems as text, two or three lines each: editors and CI parse the first, people read on. */
export function renderText(problems: readonly Problem[]): string {
  return [...problems].sort(compareProblems).map(renderProblem).join('\n');
}

function renderProblem({path, place, severity, problem, ruleId, fix, related}: Problem): string {
  const lines = [`${renderPlace(path, place)}: ${severity}: ${problem} [${ruleId}]`, `  fix: ${fix}`];
  if (related) lines.push(`  see: ${renderPlace(related.path, related.place)}`);
  return lines.join('\n');
}

function renderPlace(path: string, place: Problem['place']): string {
  return place ? `${path}:${place.line}:${place.column}` : path;
}

/** The last line of a report: `3 errors, 1 warning in 2 files`. */
export function renderCount(problems: readonly Problem[], checked: number): string {
  if (problems.length === 0) return `no problems in ${count(checked, 'file')}`;
  const severities: Severity[] = ['error', 'warning', 'note'];
  const parts = severities
    .map((severity) => ({severity, n: problems.filter((problem) => problem.severity === severity).length}))
    .filter(({n}) => n > 0)
    .map(({severity, n}) => count(n, severity));
  return `${parts.join(', ')} in ${count(new Set(problems.map((problem) => problem.path)).size, 'file')}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
