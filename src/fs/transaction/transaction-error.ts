import path from 'node:path';
import {ExitError} from '../exit-error.ts';

/** A transaction that could not be completed or undone. */
export class TransactionError extends ExitError {
  override name = 'TransactionError';
}

const ROOM = 'Make room on the disk, and run the command again.';
const RIGHT = 'Give yourself permission to write there, and run the command again.';
const FIXES: Readonly<Record<string, string>> = {ENOSPC: ROOM, EDQUOT: ROOM, EACCES: RIGHT, EPERM: RIGHT, EROFS: RIGHT};

/** Describes a failure of the disk in one sentence that begins with its effect; returns other errors unchanged. */
export function explainFailure(error: unknown, meaning: string, cwd: string): unknown {
  if (!(error instanceof Error) || error instanceof TransactionError) return error;
  const {code, syscall, path: from, dest} = error as NodeJS.ErrnoException & {dest?: string};
  // Only errors of the system name a system call; any other error is a bug.
  if (code === undefined || syscall === undefined) return error;
  const place = dest ?? from;
  const where = place === undefined ? '' : ` \`${path.relative(cwd, place) || '.'}\``;
  const reason = error.message.replace(/, .*$/s, '');
  const fix = FIXES[code] ?? 'Fix that, and run the command again.';
  return new TransactionError(`${meaning} (${reason}, ${syscall}${where})`, fix, {cause: error});
}
