import type {Fault} from '../src/content/publish/judge-wishes.ts';
import {ExitError} from './io.ts';

/** All reasons not to go on in one error, each with its repair. */
export function refusal(faults: readonly Fault[]): ExitError {
  const before = faults.slice(0, -1).map(({problem, fix}) => `${problem}\n  fix: ${fix}\n`);
  const last = faults.at(-1);
  return new ExitError(before.join('') + (last?.problem ?? ''), last?.fix ?? '');
}
