import {confirm, isCancel} from '@clack/prompts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Terminal} from '../../src/fs/io.ts';

/**
 * Asks for agreement before a change.
 *
 * @throws {ExitError} if the answer is no.
 */
export async function requireAgreement(terminal: Terminal, message: string): Promise<void> {
  const answer = await confirm({message, initialValue: false, ...terminal});
  if (isCancel(answer) || !answer) throw nothingDone();
}

/** The question was cancelled, or the answer was no. */
export function nothingDone(): ExitError {
  return new ExitError('nothing was changed, expected your agreement', 'Run the command again when you are ready.');
}
