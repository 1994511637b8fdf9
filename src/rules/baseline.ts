import {UNWRITTEN_MARK} from '../content/pages/page-kinds.ts';
import {compareText, type Problem} from '../content/problem.ts';
import {BASELINE_FILE, type Baseline} from '../content/schemas/record-schemas.ts';

/**
 * Removes the problems that the baseline allows. If a file has more problems of a rule than allowed, all are kept, because
 * the new ones cannot be identified. If it has fewer, the baseline is reported, because it may shrink.
 */
export function applyBaseline(baseline: Baseline, problems: readonly Problem[]): Problem[] {
  const counted = countOf(problems);
  const remaining = problems.filter(({path, ruleId}) => {
    const allowed = baseline[path]?.[ruleId] ?? 0;
    return (counted[path]?.[ruleId] ?? 0) > allowed;
  });
  const loose = entriesOf(baseline).filter(({path, ruleId, count}) => (counted[path]?.[ruleId] ?? 0) < count);
  return [
    ...remaining,
    ...loose.map(({path, ruleId, count}) => ({
      path: BASELINE_FILE,
      ruleId: 'no-loose-baseline',
      severity: 'note' as const,
      problem: `baseline allows ${count} of \`${ruleId}\` in \`${path}\`, which has ${counted[path]?.[ruleId] ?? 0}, expected no more than it has`,
      fix: 'Run `npm run check -- --fix` to shrink the baseline.',
    })),
  ];
}

/** Lowers the counts of a baseline to the number of current problems. It never grows. */
export function shrinkBaseline(baseline: Baseline, problems: readonly Problem[]): Baseline {
  const counted = countOf(problems);
  return fromEntries(
    entriesOf(baseline).map((entry) => ({
      ...entry,
      count: Math.min(entry.count, counted[entry.path]?.[entry.ruleId] ?? 0),
    })),
  );
}

/** What exists today, except what a draft says is still to be written. */
export function baselineOf(problems: readonly Problem[]): Baseline {
  return fromEntries(entriesOf(countOf(problems.filter(({problem}) => !problem.includes(UNWRITTEN_MARK)))));
}

export function grownBaseline(before: Baseline, after: Baseline): Problem[] {
  return entriesOf(after)
    .filter(({path, ruleId, count}) => count > (before[path]?.[ruleId] ?? 0))
    .map(({path, ruleId, count}) => ({
      path: BASELINE_FILE,
      ruleId: 'no-grown-baseline',
      severity: 'error' as const,
      problem: `baseline allows ${count} of \`${ruleId}\` in \`${path}\`, expected at most ${before[path]?.[ruleId] ?? 0} as before`,
      fix: 'Undo the change to the baseline, and fix the page.',
    }));
}

interface Entry {
  path: string;
  ruleId: string;
  count: number;
}

function entriesOf(baseline: Baseline): Entry[] {
  return Object.entries(baseline).flatMap(([path, rules]) =>
    Object.entries(rules).map(([ruleId, count]) => ({path, ruleId, count})),
  );
}

function fromEntries(entries: readonly Entry[]): Baseline {
  const baseline: Baseline = {};
  const sorted = [...entries].sort((a, b) => compareText(a.path, b.path) || compareText(a.ruleId, b.ruleId));
  for (const {path, ruleId, count} of sorted) {
    if (count > 0) baseline[path] = {...baseline[path], [ruleId]: count};
  }
  return baseline;
}

function countOf(problems: readonly Problem[]): Baseline {
  const counted: Baseline = {};
  for (const {path, ruleId} of problems) {
    const rules = counted[path] ?? {};
    counted[path] = {...rules, [ruleId]: (rules[ruleId] ?? 0) + 1};
  }
  return counted;
}
