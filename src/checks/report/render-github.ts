import {count} from '../../format/text.ts';
import type {Problem, Severity} from '../../model/problem.ts';
import {sectionsOf} from './sections.ts';

/**
 * GitHub shows at most 10 annotations of each level from one step, and 50 of a run: three levels stay below both.
 * https://github.com/orgs/community/discussions/26680#discussioncomment-3252835
 */
const MOST_OF_EACH = 10;

const COMMANDS: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', note: 'notice'};

/** Problems as workflow commands that GitHub turns into annotations, worst first; says how many it leaves out. */
export function renderGithub(problems: readonly Problem[]): string {
  const sections = sectionsOf(problems);
  const lines = sections.flatMap((section) => section.problems.slice(0, MOST_OF_EACH).map(renderCommand));
  const left = problems.length - lines.length;
  if (left > 0) lines.push(`${count(left, 'more problem')}: the summary of this run lists all of them.`);
  return lines.join('\n');
}

function renderCommand({path, place, end, severity, problem, fix, ruleId}: Problem): string {
  const properties = Object.entries({
    file: path,
    line: place?.line,
    // Columns are shown only where a line holds both.
    endLine: place && end?.line,
    col: place?.column,
    endColumn: place && end?.line === place.line ? end.column : undefined,
    title: ruleId,
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(`${problem}\n${fix}`)}`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts says what must be escaped. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
