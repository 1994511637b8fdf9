/** A position in a source file; both count from 1. Absent where no position is known: never an invented 1:1. */
export interface Place {
  line: number;
  column: number;
}

/** Must be mended, please look, for your information. */
export type Severity = 'error' | 'warning' | 'note';

/** What a rule found, before a policy says how much it matters. */
export interface Finding {
  /** Path from the toolkit's root, with `/`. */
  path: string;
  place?: Place | undefined;
  /** Where the place ends, just after its last character. */
  end?: Place | undefined;
  /** What was found, then a comma, then what was expected. */
  problem: string;
  /** What to do, beginning with a verb. */
  fix: string;
  /** Where the other half of the matter stands, such as the first of two equal titles. */
  related?: {path: string; place?: Place | undefined} | undefined;
  /** What `--fix` does about it, where that is safe. */
  edit?: TextEdit | undefined;
  /** Where it matters more or less than other findings of its rule. */
  severity?: Severity | undefined;
}

/** A change of a file's text that mends a finding without touching what it means; offsets count in UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A finding with the rule that made it and the severity that the policy gives it. */
export interface Problem extends Finding {
  ruleId: string;
  severity: Severity;
}

/** Why a command cannot go on, and what to do. */
export type Fault = Pick<Finding, 'problem' | 'fix'>;

/** A place as editors and terminals follow it: `docs/index.md:3:1`. */
export function renderPlace(path: string, place: Place | undefined): string {
  return place ? `${path}:${place.line}:${place.column}` : path;
}

/** Orders texts by code unit, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
