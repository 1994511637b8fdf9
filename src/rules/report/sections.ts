import {type Problem, SEVERITIES, type Severity} from '../../content/problem.ts';
import {count} from '../../format/text.ts';
import type {Report} from './report-schema.ts';

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  error: 'Must be fixed',
  warning: 'Please check',
  note: 'For information',
};

export interface ReportSection<Item> {
  severity: Severity;
  title: string;
  problems: Item[];
}

/** Groups problems by severity, the worst first, and otherwise in their order. Empty sections are left out. */
export function groupBySeverity<Item extends {severity: Severity}>(problems: readonly Item[]): ReportSection<Item>[] {
  const groups = Map.groupBy(problems, ({severity}) => severity);
  return SEVERITIES.flatMap((severity) => {
    const group = groups.get(severity);
    return group ? [{severity, title: SEVERITY_TITLES[severity], problems: group}] : [];
  });
}

export function nextStep(problems: readonly Problem[]): string {
  const errors = problems.filter(({severity}) => severity === 'error').length;
  const fixable = problems.filter(({edit}) => edit).length;
  const steps = [
    errors > 0
      ? `Fix the problems under "${SEVERITY_TITLES.error}", then run \`npm run check\` again.`
      : 'Nothing must be fixed.',
    fixable > 0 ? `\`npm run check -- --fix\` can fix ${fixable} of them for you.` : '',
  ];
  return steps.filter(Boolean).join(' ');
}

/** What to do next on GitHub, where the checks run automatically and people read in a browser: no command is named. */
export function nextStepOnGitHub({problems}: Report): string {
  const hasErrors = problems.some(({severity}) => severity === 'error');
  return hasErrors
    ? `Next: fix the problems under "${SEVERITY_TITLES.error}". The checks run again after each change.`
    : 'Nothing must be fixed.';
}

/** `3 errors, 1 warning in 2 files`. */
export function renderCount(problems: readonly Problem[], checked: number): string {
  if (problems.length === 0) return `no problems that a program can find in ${count(checked, 'file')}`;
  const parts = groupBySeverity(problems).map((section) => count(section.problems.length, section.severity));
  return `${parts.join(', ')} in ${count(new Set(problems.map(({path}) => path)).size, 'file')}`;
}
