import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ExitError} from './io.ts';

/**
 * Writes files into a folder that somebody named; it is made where it is not there. They tell of the toolkit and are no
 * part of it, and the next run makes them anew: so they need no transaction.
 *
 * @throws {ExitError} for a place that cannot be written.
 */
export async function writeFiles(cwd: string, folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const target = path.resolve(cwd, folder);
  try {
    await makeFolder(target);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(target, file), text);
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new ExitError(`nothing can be written to \`${folder}\` (${code ?? message})`, 'Name another folder.');
  }
}

/** Makes a folder, and those above it. Node's own way to make both never ends below `/proc`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}
