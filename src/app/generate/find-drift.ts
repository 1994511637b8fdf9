import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Problem} from '../../content/problem.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {PACKAGE_ROOT} from '../../io/package-root.ts';
import {FORMER_FILES, GENERATED_FILES} from './generated-files.ts';

/** A generated file that is out of date on disk. */
export interface DriftedFile {
  path: string;
  /** The expected content; `undefined` if the engine no longer brings the file. */
  content: string | undefined;
  /** The content on disk; `undefined` if the file does not exist. */
  found: string | undefined;
}

/**
 * Finds the generated files that are out of date, in the order of their table, and those that the engine no longer
 * brings. Those for VS Code are wanted where its folder exists.
 *
 * @throws {ExitError} if a path is not a readable file.
 */
export async function findDrift(cwd: string, toolkit: ToolkitConfig, withEditor = false): Promise<DriftedFile[]> {
  const isWanted = withEditor || existsSync(path.join(cwd, '.vscode'));
  const isEngine = path.relative(PACKAGE_ROOT, cwd) === '';
  const wanted = GENERATED_FILES.filter(
    ({isForEditor, isForEngine}) => (isWanted || !isForEditor) && (isEngine || !isForEngine),
  );
  const files = await Promise.all(
    wanted.map(async (file) => ({
      path: file.path,
      content: file.content(toolkit),
      found: await readIfThere(cwd, file.path),
    })),
  );
  const former = Object.entries(FORMER_FILES).map(async ([file, beginning]) => {
    const found = await readIfThere(cwd, file);
    return found?.startsWith(beginning) ? [{path: file, content: undefined, found}] : [];
  });
  return [...files.filter(({content, found}) => content !== found), ...(await Promise.all(former)).flat()];
}

/** Reports an outdated file at the first line that differs. */
export function toProblem({path: file, content, found}: DriftedFile): Problem {
  const report = (problem: string, place?: Problem['place']): Problem => ({
    path: file,
    place,
    severity: 'error',
    ruleId: 'no-stale-generated-file',
    problem,
    fix: 'Run `npm run generate`.',
  });
  if (content === undefined) return report('file is from an older engine, expected it to be gone');
  if (found === undefined) return report('file is missing, expected the generated file');
  const [expected, actual] = [content.split('\n'), found.split('\n')];
  const index = actual.findIndex((line, at) => line !== expected[at]);
  const line = index === -1 ? actual.length : index + 1;
  const words = expected[line - 1];
  const wanted = words === undefined ? 'no more lines' : words === '' ? 'an empty line' : `\`${words.trim()}\``;
  return report(`file differs from what is generated, expected ${wanted}`, {line, column: 1});
}

async function readIfThere(cwd: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(cwd, file), 'utf8');
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ExitError(
      `\`${file}\` cannot be read (${code}), expected a file or nothing`,
      'Move it elsewhere, and run the command again.',
    );
  }
}
