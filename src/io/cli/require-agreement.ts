import {confirm, isCancel, text} from '@clack/prompts';
import {ExitError} from './exit-error.ts';
import type {Terminal} from './io.ts';

/**
 * Asks for agreement before a change.
 *
 * @throws {ExitError} if the answer is no.
 */
export async function requireAgreement(terminal: Terminal, message: string): Promise<void> {
  if (!(await answerTo(confirm({message, initialValue: false, ...terminal})))) throw nothingDone();
}

/**
 * The answer to a question.
 *
 * @throws {ExitError} if the question was cancelled.
 */
async function answerTo<Answer>(question: Promise<Answer>): Promise<Exclude<Answer, symbol>> {
  const answer = await question;
  if (isCancel(answer)) throw nothingDone();
  return answer as Exclude<Answer, symbol>;
}

/**
 * Asks for a text until nothing is wrong with it.
 *
 * @throws {ExitError} if the question was cancelled.
 */
export async function askText(
  terminal: Terminal,
  message: string,
  faultOf: (answer: string) => string | undefined,
  initialValue?: string,
): Promise<string> {
  const proposed = initialValue !== undefined && {initialValue};
  const question = text({message, ...proposed, validate: (answer = '') => faultOf(answer.trim()), ...terminal});
  return ((await answerTo(question)) ?? '').trim();
}

/** The question was cancelled, or the answer was no. */
function nothingDone(): ExitError {
  return new ExitError('nothing was changed, expected your agreement', 'Run the command again when you are ready.');
}
