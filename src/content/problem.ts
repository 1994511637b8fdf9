/** A position in a source file; both count from 1. Left out if it is not known, and never a made-up 1:1. */
export interface Place {
  line: number;
  column: number;
}

/** Must be fixed, please check, or for information: the worst first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule found, before it gets a severity. */
export interface Finding {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  place?: Place | undefined;
  /** The end of the place, just after its last character. */
  end?: Place | undefined;
  /** What was found, and after a comma what was expected. */
  problem: string;
  /** What to do, beginning with a verb. */
  fix: string;
  /** The problem and what to do, for people who see the form of the page and not its file. */
  form?: string | undefined;
  /** What the text may look like instead, in one line or several: a key of front matter, a table, a list. */
  example?: string | undefined;
  /** A second place that the problem involves, such as the first of two equal titles. */
  related?: {path: string; place?: Place | undefined} | undefined;
  /** The edit that `--fix` makes, if it is safe. */
  edit?: TextEdit | undefined;
  /** Overrides the severity of the rule for this finding. */
  severity?: Severity | undefined;
}

/** A change to a file that fixes a finding without changing its meaning. Offsets are in UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

export interface Problem extends Finding {
  ruleId: string;
  severity: Severity;
}

/** What is wrong and what to do, with the place if it is known already. */
export type Fault = Pick<Finding, 'problem' | 'fix' | 'form' | 'example' | 'place'>;

/** Renders a place so that editors and terminals can link to it: `docs/index.md:3:1`. */
export function renderPlace(path: string, place: Place | undefined): string {
  return place ? `${path}:${place.line}:${place.column}` : path;
}

/** Orders texts by code unit, which is the same on every computer and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
