import type {z} from 'zod';
import type {Problem} from '../model/problem.ts';
import {compareText} from '../model/problem.ts';
import {BASELINE_FILE, baselineSchema} from '../model/schemas/records/baseline-schema.ts';
import type {SourceFile} from '../model/toolkit.ts';

export type Baseline = z.infer<typeof baselineSchema>;

/** The baseline as its file holds it; empty where there is none, and where it is broken. */
interface StoredBaseline {
  baseline: Baseline;
  /** `undefined` where there is no file. */
  text: string | undefined;
  isBroken: boolean;
}

/** Reads the baseline from the files of a toolkit. */
export function storedBaseline(files: readonly SourceFile[]): StoredBaseline {
  const file = files.find(({path}) => path === BASELINE_FILE);
  if (!file) return {baseline: {}, text: undefined, isBroken: false};
  const text = new TextDecoder().decode(file.bytes);
  const baseline = parseBaseline(text);
  return baseline ? {baseline, text, isBroken: false} : {baseline: {}, text: undefined, isBroken: true};
}

/** A baseline from the words of its file; `undefined` where they are none. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Takes out what the baseline allows. A file with more problems of a rule than that shows all of them: which are new,
 * nobody can tell; one with fewer is a problem of the baseline, which may only shrink.
 */
export function applyBaseline(baseline: Baseline, problems: readonly Problem[]): Problem[] {
  const counted = countOf(problems);
  const left = problems.filter(({path, ruleId}) => {
    const allowed = baseline[path]?.[ruleId] ?? 0;
    return (counted[path]?.[ruleId] ?? 0) > allowed;
  });
  const loose = entriesOf(baseline).filter(({path, ruleId, count}) => (counted[path]?.[ruleId] ?? 0) < count);
  return [
    ...left,
    ...loose.map(({path, ruleId, count}) => ({
      path: BASELINE_FILE,
      ruleId: 'no-loose-baseline',
      severity: 'error' as const,
      problem: `baseline allows \`${path}\` ${count} of \`${ruleId}\` and it has ${counted[path]?.[ruleId] ?? 0}, expected no more than it has`,
      fix: 'Run `npm run check -- --fix`, which lets the baseline shrink.',
    })),
  ];
}

/** The baseline as small as today's problems allow; it never grows. */
export function shrinkBaseline(baseline: Baseline, problems: readonly Problem[]): Baseline {
  const counted = countOf(problems);
  return fromEntries(
    entriesOf(baseline).map((entry) => ({
      ...entry,
      count: Math.min(entry.count, counted[entry.path]?.[entry.ruleId] ?? 0),
    })),
  );
}

/** A baseline that allows exactly these problems. */
export function baselineOf(problems: readonly Problem[]): Baseline {
  return fromEntries(entriesOf(countOf(problems)));
}

/** What a baseline allows more than an earlier one did. */
export function grownBaseline(before: Baseline, after: Baseline): Problem[] {
  return entriesOf(after)
    .filter(({path, ruleId, count}) => count > (before[path]?.[ruleId] ?? 0))
    .map(({path, ruleId, count}) => ({
      path: BASELINE_FILE,
      ruleId: 'no-grown-baseline',
      severity: 'error' as const,
      problem: `baseline allows \`${path}\` ${count} of \`${ruleId}\`, expected at most ${before[path]?.[ruleId] ?? 0} as before`,
      fix: 'Take the change of the baseline back, and mend the page.',
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
