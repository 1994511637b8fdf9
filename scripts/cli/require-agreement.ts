import {confirm, isCancel} from '@clack/prompts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Terminal} from '../../src/fs/io.ts';

/**
 * Asks whether to go on.
 *
 * @throws {ExitError} where the answer is no.
 */
export async function requireAgreement(terminal: Terminal, message: string): Promise<void> {
  const answer = await confirm({message, initialValue: false, ...terminal});
  if (isCancel(answer) || !answer) throw nothingDone();
}

/** Somebody broke a question off, or said no. */
export function nothingDone(): ExitError {
  return new ExitError('nothing was changed, expected your agreement', 'Run the command again when you are ready.');
}
