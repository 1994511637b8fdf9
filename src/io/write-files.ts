import {randomUUID} from 'node:crypto';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ExitError} from './cli/exit-error.ts';

/**
 * Writes files into a folder named on the command line, and creates it if needed. They are reports that the next run
 * writes again, so they need no transaction.
 *
 * @throws {ExitError} for a place that cannot be written.
 */
export async function writeFiles(cwd: string, folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const target = path.resolve(cwd, folder);
  try {
    await makeFolder(target);
    for (const [file, text] of Object.entries(files)) {
      const place = path.join(target, file);
      const temporary = `${place}.${randomUUID()}.tmp`;
      await writeFile(temporary, text);
      await rename(temporary, place);
    }
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new ExitError(`nothing can be written to \`${folder}\` (${code ?? message})`, 'Name another folder.');
  }
}

/** Creates a folder and its parents. Node's recursive `mkdir` never ends below `/proc`. */
async function makeFolder(folder: string): Promise<void> {
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
