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
  if (bytes.subarray(0, HEAD).includes(0)) throw noText(bytes, file);
  if (bytes.some((byte) => byte > SPACE)) return bytes;
  throw new ExitError(
    `${nameInput(file)} is empty, expected words in it`,
    'Save it again, and look whether it holds any.',
  );
}

/** Spaces and the ends of lines are bytes up to this one. */
const SPACE = 0x20;

/** A file that is no text shows it within as many bytes: a byte of value 0 is in none. */
const HEAD = 8192;

/** What Outlook's own files begin with: [MS-CFB], Compound File Binary File Format, section 2.2. */
const OUTLOOK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function noText(bytes: Uint8Array, file: string): ExitError {
  const isOutlook = OUTLOOK.every((byte, at) => bytes[at] === byte);
  return new ExitError(
    `${nameInput(file)} ${isOutlook ? 'is a file of Outlook or Office, such as `.msg`' : 'holds no text in UTF-8'}, expected text`,
    'For an e-mail, save it as `.eml` or as text only, or paste its words into a file that ends in `.txt`.',
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

/** How messages name an input. */
export function nameInput(file: string): string {
  return file === '-' ? 'the standard input' : `\`${file}\``;
}
