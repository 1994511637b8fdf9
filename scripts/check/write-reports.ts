import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Found} from './find-problems.ts';
import {FORMATS, REPORT_FILES} from './formats.ts';

/**
 * Writes the report as files for programs and for the summary of a run.
 *
 * @throws {ExitError} where the folder cannot be written to.
 */
export async function writeReports(io: Io, folder: string, found: Found): Promise<void> {
  const target = path.resolve(io.cwd, folder);
  try {
    await mkdir(target, {recursive: true});
    for (const [file, format] of Object.entries(REPORT_FILES)) {
      await writeFile(path.join(target, file), FORMATS[format](found, io));
    }
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new ExitError(`the report cannot be written to \`${folder}\` (${code ?? message})`, 'Name another folder.');
  }
}
