import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import type {Io} from './io.ts';
import {ExitError} from './io.ts';

/** An export may hold thousands of issues; an issue and an e-mail are small. */
const MOST_BYTES = 50_000_000;

/** The bytes of a file that somebody named; `-` is the standard input. */
export async function readInput(io: Io, file: string): Promise<Uint8Array> {
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
  if (bytes.some((byte) => byte > SPACE)) return bytes;
  throw new ExitError(
    `${nameInput(file)} is empty, expected words in it`,
    'Save it again, and look whether it holds any.',
  );
}

/** Spaces and the ends of lines are bytes up to this one. */
const SPACE = 0x20;

function whyUnread({code, message}: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code ?? message})`;
}

/** What GitHub sent, as JSON. */
export function parseInput(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExitError(`${nameInput(file)} cannot be read as JSON, expected what GitHub sent`, 'Save it again.');
  }
}

/** How messages name an input. */
export function nameInput(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}
