import type {Problem, Severity} from '../../model/problem.ts';
import {renderPlace} from '../../model/problem.ts';
import {sectionsOf} from './sections.ts';

/** Gives a piece of text its colour; leaves it as it is where there is none. */
export type Paint = (style: Severity | 'heading' | 'quiet', text: string) => string;

const PLAIN: Paint = (_style, text) => text;

/** Problems as text, by what to do about them: editors and CI parse the first line of each, people read on. */
export function renderText(problems: readonly Problem[], paint: Paint = PLAIN): string {
  return sectionsOf(problems)
    .map((section) => {
      const heading = paint('heading', `${section.title} (${section.problems.length})`);
      return [heading, ...section.problems.map((problem) => renderProblem(problem, paint))].join('\n');
    })
    .join('\n\n');
}

function renderProblem({path, place, severity, problem, ruleId, fix, related}: Problem, paint: Paint): string {
  const lines = [
    `${renderPlace(path, place)}: ${paint(severity, `${severity}:`)} ${problem} ${paint('quiet', `[${ruleId}]`)}`,
    `  fix: ${fix}`,
  ];
  if (related) lines.push(`  see: ${renderPlace(related.path, related.place)}`);
  return lines.join('\n');
}
