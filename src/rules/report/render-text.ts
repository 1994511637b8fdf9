import {type Problem, renderPlace, type Severity} from '../../content/problem.ts';
import {count} from '../../format/text.ts';
import {compareProblems} from '../compare-problems.ts';
import {groupBySeverity} from './sections.ts';

/** Colours a text; without colour support it returns the text unchanged. */
export type Paint = (style: Severity | 'heading' | 'quiet', text: string) => string;

const PLAIN: Paint = (_style, text) => text;

/** How many problems of one rule are shown for one file: a screen full of the same sentence hides all others. */
const MAX_OF_A_RULE = 20;

/** Renders problems as text, grouped by severity. Editors and CI parse the first line of each problem. */
export function renderText(problems: readonly Problem[], paint: Paint = PLAIN): string {
  return groupBySeverity(problems.toSorted(compareProblems))
    .map((section) => {
      const heading = paint('heading', `${section.title} (${section.problems.length})`);
      return [heading, ...renderProblems(section.problems, paint)].join('\n');
    })
    .join('\n\n');
}

function renderProblems(problems: readonly Problem[], paint: Paint): string[] {
  const seen = new Map<string, number>();
  const kindOf = ({ruleId, path}: Problem) => `${path}: ${ruleId}`;
  const shown = problems.flatMap((problem) => {
    const number = (seen.get(kindOf(problem)) ?? 0) + 1;
    seen.set(kindOf(problem), number);
    return number > MAX_OF_A_RULE ? [] : [renderProblem(problem, paint)];
  });
  const repeated = [...seen].filter(([, times]) => times > MAX_OF_A_RULE);
  const more = repeated.map(([kind, times]) => `${kind}: ${count(times - MAX_OF_A_RULE, 'more problem')} of this kind`);
  return [...shown, ...more];
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
