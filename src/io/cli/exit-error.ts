import {type Fault, type Problem, renderPlace} from '../../content/problem.ts';
import type {Io} from './io.ts';

interface ExitOptions extends ErrorOptions {
  /** The exit code, 2 by default: the command could not run. */
  code?: number;
  /** What the command did or left undone, printed last. */
  outcome?: string;
}

/** An expected failure: the command prints its message and fix without a stack, and ends with its exit code. */
export class ExitError extends Error {
  override name = 'ExitError';
  readonly fix: string;
  readonly code: number;
  readonly outcome: string | undefined;

  constructor(message: string, fix: string, {code = 2, outcome, ...options}: ExitOptions = {}) {
    super(message, options);
    this.fix = fix;
    this.code = code;
    this.outcome = outcome;
  }
}

/** Faults as the message and fix of one error; all but the last fix are part of the message. */
export function joinFaults(faults: readonly Fault[]): [message: string, fix: string] {
  const before = faults.slice(0, -1).map(({problem, fix}) => `${problem}\n  fix: ${fix}\n`);
  const last = faults.at(-1);
  return [before.join('') + (last?.problem ?? ''), last?.fix ?? ''];
}

/** A problem as a reason why a command cannot do something. */
export function toFault({path, place, problem, ruleId, fix, example}: Problem, when = 'error: '): Fault {
  const lines = example === undefined ? '' : `\n${example}`.replaceAll('\n', '\n    ');
  return {problem: `${renderPlace(path, place)}: ${when}${problem} [${ruleId}]`, fix: fix + lines};
}

export function toExitError(faults: readonly Fault[]): ExitError {
  return new ExitError(...joinFaults(faults));
}

/** Prints an expected failure and returns its exit code; throws any other error again. */
export function reportFailure(error: unknown, {stderr}: Pick<Io, 'stderr'>): number {
  if (!(error instanceof ExitError)) throw error;
  stderr.write(`${error.message}\n  fix: ${error.fix}\n`);
  if (error.outcome !== undefined) stderr.write(`${error.outcome}\n`);
  return error.code;
}
