import type {Fault} from '../model/problem.ts';
import {ExitError} from './io.ts';
import {InvalidConfigurationError} from './load-toolkit.ts';
import {TransactionError} from './transaction/transaction-error.ts';

/** One error with every reason why a command cannot go on, each with its fix. */
export function refusal(faults: readonly Fault[]): ExitError {
  const before = faults.slice(0, -1).map(({problem, fix}) => `${problem}\n  fix: ${fix}\n`);
  const last = faults.at(-1);
  return new ExitError(before.join('') + (last?.problem ?? ''), last?.fix ?? '');
}

/** An expected failure as an `ExitError`; `undefined` for a bug. */
export function asRefusal(error: unknown): ExitError | undefined {
  if (error instanceof ExitError) return error;
  if (error instanceof TransactionError) return new ExitError(error.message, error.fix);
  if (!(error instanceof InvalidConfigurationError)) return undefined;
  return refusal(error.problems.map(({path, problem, fix}) => ({problem: `${path}: ${problem}`, fix})));
}
