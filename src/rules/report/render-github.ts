import type {Problem, Severity} from '../../content/problem.ts';
import {count} from '../../format/text.ts';
import {compareProblems} from '../compare-problems.ts';
import {groupBySeverity} from './sections.ts';

/**
 * GitHub shows at most 10 annotations of each level in a step, and 50 in a run. Three levels of 10 stay below both.
 * https://github.com/orgs/community/discussions/26680#discussioncomment-3252835
 */
const MAX_OF_EACH = 10;

const COMMANDS: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', note: 'notice'};

/** Renders problems as GitHub workflow commands for annotations, the worst first, and says how many are left out. */
export function renderGithub(problems: readonly Problem[]): string {
  const sections = groupBySeverity(problems.toSorted(compareProblems));
  const lines = sections.flatMap((section) => section.problems.slice(0, MAX_OF_EACH).map(renderCommand));
  const omitted = problems.length - lines.length;
  if (omitted > 0) lines.push(`${count(omitted, 'more problem')}: see the summary of this run.`);
  return lines.join('\n');
}

function renderCommand({path, place, end, severity, problem, fix, example, ruleId}: Problem): string {
  const properties = Object.entries({
    file: path,
    line: place?.line,
    // GitHub accepts columns only if the problem is on one line.
    endLine: place && end?.line,
    col: place?.column,
    endColumn: place && end?.line === place.line ? end.column : undefined,
    title: ruleId,
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData([problem, fix, example].filter(Boolean).join('\n'))}`;
}

/** See https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts for what must be escaped. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
