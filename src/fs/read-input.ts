import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {ExitError} from './exit-error.ts';
import type {Io} from './io.ts';

/** An export may hold thousands of issues; an issue and an email are small. */
const MOST_BYTES = 50_000_000;

/** The bytes of a file named on the command line; `-` is the standard input. */
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
  if (bytes.subarray(0, HEAD).includes(0)) throw noText(bytes, file);
  if (bytes.some((byte) => byte > SPACE)) return bytes;
  throw new ExitError(`${nameInput(file)} is empty, expected text`, 'Save it again, and check that it contains text.');
}

/** Spaces and line ends are bytes up to this value. */
const SPACE = 0x20;

/** How many bytes are searched for a zero byte, which text never contains. */
const HEAD = 8192;

/** The first bytes of Outlook files: [MS-CFB], Compound File Binary File Format, section 2.2. */
const OUTLOOK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function noText(bytes: Uint8Array, file: string): ExitError {
  const isOutlook = OUTLOOK.every((byte, at) => bytes[at] === byte);
  return new ExitError(
    `${nameInput(file)} ${isOutlook ? 'is an Outlook or Office file, such as `.msg`' : 'is not UTF-8 text'}, expected text`,
    'For an email, save it as `.eml` or as text only, or paste its text into a `.txt` file.',
  );
}

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

export function nameInput(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}
