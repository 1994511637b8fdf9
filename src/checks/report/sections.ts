import {count} from '../../format/text.ts';
import type {Problem, Severity} from '../../model/problem.ts';
import {compareProblems} from '../compare-problems.ts';
import type {Report} from './report-schema.ts';

/** What a reader has to do about problems of one severity. */
export interface ReportSection {
  severity: Severity;
  title: string;
  problems: Problem[];
}

const TITLES: Readonly<Record<Severity, string>> = {
  error: 'Must be mended',
  warning: 'Please look',
  note: 'For your information',
};

/** How readers say a severity. */
export function titleOf(severity: Severity): string {
  return TITLES[severity];
}

/** Problems by what to do about them, worst first; sections without any are left out. */
export function sectionsOf(problems: readonly Problem[]): ReportSection[] {
  const sorted = [...problems].sort(compareProblems);
  return (Object.keys(TITLES) as Severity[])
    .map((severity) => ({
      severity,
      title: TITLES[severity],
      problems: sorted.filter((problem) => problem.severity === severity),
    }))
    .filter((section) => section.problems.length > 0);
}

/** What to do next, in one or two sentences. */
export function nextStep(problems: readonly Problem[]): string {
  const errors = problems.filter(({severity}) => severity === 'error').length;
  const fixable = problems.filter(({edit}) => edit).length;
  const steps = [
    errors > 0
      ? `Mend what stands under "${TITLES.error}", then run \`npm run check\` again.`
      : 'Nothing has to be mended.',
    fixable > 0 ? `\`npm run check -- --fix\` does ${fixable} of them for you.` : '',
  ];
  return steps.filter(Boolean).join(' ');
}

/** The same to whoever reads a report on GitHub, where the checks run by themselves. */
export function nextStepOnGitHub({problems}: Report): string {
  const hasErrors = problems.some(({severity}) => severity === 'error');
  // What has an edit shows the words before and after it.
  const hasEdits = problems.some(({before}) => before !== undefined);
  const steps = [
    hasErrors
      ? `Next: mend what stands under "${TITLES.error}". The checks run again with each change you make.`
      : 'Nothing has to be mended.',
    hasEdits ? 'On your own computer `npm run check -- --fix` does part of it for you.' : '',
  ];
  return steps.filter(Boolean).join(' ');
}

/** `3 errors, 1 warning in 2 files`. */
export function renderCount(problems: readonly Problem[], checked: number): string {
  if (problems.length === 0) return `no problems in ${count(checked, 'file')}`;
  const parts = sectionsOf(problems).map((section) => count(section.problems.length, section.severity));
  return `${parts.join(', ')} in ${count(new Set(problems.map(({path}) => path)).size, 'file')}`;
}
