import {type Problem, renderPlace, type Severity} from '../../model/problem.ts';
import {groupBySeverity} from './sections.ts';

/** Colours a text; without colour support it returns the text unchanged. */
export type Paint = (style: Severity | 'heading' | 'quiet', text: string) => string;

const PLAIN: Paint = (_style, text) => text;

/** Renders problems as text, grouped by severity. Editors and CI parse the first line of each problem. */
export function renderText(problems: readonly Problem[], paint: Paint = PLAIN): string {
  return groupBySeverity(problems)
    .map((section) => {
      const heading = paint('heading', `${section.title} (${section.problems.length})`);
      return [heading, ...section.problems.map((problem) => renderProblem(problem, paint))].join('\n');
    })
    .join('\n\n');
}

function renderProblem({path, place, severity, problem, ruleId, fix, example, related}: Problem, paint: Paint): string {
  const lines = [
    `${renderPlace(path, place)}: ${paint(severity, `${severity}:`)} ${problem} ${paint('quiet', `[${ruleId}]`)}`,
    `  fix: ${fix}`,
    ...(example?.split('\n').map((line) => `    ${line}`.trimEnd()) ?? []),
  ];
  if (related) lines.push(`  see: ${renderPlace(related.path, related.place)}`);
  return lines.join('\n');
}
