import {withdraw} from '../src/app/withdraw.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {Run} from './commands.ts';

/** `toolkit withdraw`: says on a page that it is out of date, or makes it current again. */
export const run: Run<'withdraw'> = async (options, io, words) => {
  if (options.undo && Object.keys(options).length > 1) {
    throw new ExitError('`--undo` given with other options, expected it alone', 'Leave the other options out.');
  }
  await withdraw(options, io, words);
  return 0;
};
