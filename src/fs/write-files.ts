import {randomUUID} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {type ReportTree, renderReportHtml} from '../format/report-page.ts';
import {ExitError} from './exit-error.ts';

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

/**
 * Writes a report for editors as a page; only an earlier report of the same kind, recognised by its mark, is replaced.
 *
 * @throws {ExitError} for a name without `.html`, a file that is not a report, and a path that cannot be written.
 */
export async function writeReportPage(cwd: string, file: string, report: ReportTree): Promise<void> {
  if (!/\.html?$/i.test(file)) {
    throw new ExitError(`\`--out\` holds \`${file}\`, expected the name of an HTML file`, 'End it with `.html`.');
  }
  const target = path.resolve(cwd, file);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const found = await readFile(target, 'utf8').catch(nothingThere);
    if (found !== undefined && !found.includes(report.mark)) {
      throw new ExitError(
        `\`${file}\` exists and is not a report, expected no file or an earlier report`,
        'Name another file.',
      );
    }
    await makeFolder(path.dirname(target));
    await writeFile(temporary, renderReportHtml(report));
    await rename(temporary, target);
  } catch (error) {
    if (error instanceof ExitError) throw error;
    await rm(temporary, {force: true}).catch(() => undefined);
    const {code, message} = error as NodeJS.ErrnoException;
    throw new ExitError(`the report cannot be written to \`${file}\` (${code ?? message})`, 'Name another file.');
  }
}

function nothingThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
