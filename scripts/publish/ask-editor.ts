import {isCancel, text} from '@clack/prompts';
import {judgeTitle} from '../../src/content/publish/judge-wishes.ts';
import type {Terminal} from '../io.ts';
import {nothingDone} from '../require-agreement.ts';

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
