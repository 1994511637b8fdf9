import {confirm, isCancel, text} from '@clack/prompts';
import {judgeTitle} from '../../src/content/publish/judge-wishes.ts';
import type {Terminal} from '../io.ts';
import {ExitError} from '../io.ts';

/**
 * Asks for the title of an update, offering one.
 *
 * @throws {ExitError} where the question is broken off.
 */
export async function askTitle(terminal: Terminal, proposed: string): Promise<string> {
  const answer = await text({
    message: 'What is the title of the update?',
    initialValue: proposed,
    validate: (title = '') => judgeTitle(title.trim())[0]?.problem,
    ...terminal,
  });
  if (isCancel(answer)) throw nothingDone();
  return answer.trim();
}

/**
 * Asks whether to go on.
 *
 * @throws {ExitError} where the answer is no.
 */
export async function requireAgreement(terminal: Terminal, message: string): Promise<void> {
  const answer = await confirm({message, initialValue: false, ...terminal});
  if (isCancel(answer) || !answer) throw nothingDone();
}

function nothingDone(): ExitError {
  return new ExitError('nothing was changed, expected your agreement', 'Run the command again when you are ready.');
}
