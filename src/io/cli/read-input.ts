import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {ExitError} from './exit-error.ts';
import type {Io} from './io.ts';

/** An export may hold thousands of issues. */
const MOST_BYTES = 50_000_000;

/** What GitHub sent, from a JSON file named on the command line; `-` is the standard input. */
export async function readInput(io: Io, file: string): Promise<unknown> {
  const bytes =
    file === '-'
      ? await buffer(io.stdin ?? process.stdin)
      : await readFile(path.resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
          throw new ExitError(`${nameInput(file)} ${whyUnread(error)}, expected a file`, 'Name another one.');
        });
  if (bytes.length > MOST_BYTES) {
    throw new ExitError(
      `${nameInput(file)} has ${bytes.length} bytes, expected at most ${MOST_BYTES}`,
      'Name a smaller one.',
    );
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ExitError(`${nameInput(file)} cannot be read as JSON, expected what GitHub sent`, 'Save it again.');
  }
}

function whyUnread({code, message}: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? message})`;
}

export function nameInput(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}
