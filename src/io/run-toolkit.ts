import {execFile} from 'node:child_process';
import path from 'node:path';
import {PACKAGE_ROOT} from './package-root.ts';

/** The `toolkit` command. */
export const TOOLKIT = path.join(PACKAGE_ROOT, 'bin/toolkit.mjs');

/** The longest output of a command. */
const MOST_BYTES = 20_000_000;

/** Runs a command of the toolkit in a process of its own, so that a server can answer meanwhile. */
function runToolkit(
  cwd: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((done) => {
    execFile(process.execPath, [TOOLKIT, ...args], {cwd, maxBuffer: MOST_BYTES, signal}, (error, stdout, stderr) =>
      done({code: typeof error?.code === 'number' ? error.code : error ? 2 : 0, stdout, stderr}),
    );
  });
}

/**
 * What `npm run check` says of files, as JSON.
 *
 * @throws {Error} what it printed, if it could not check them.
 */
export async function checkFiles(cwd: string, files: readonly string[], signal?: AbortSignal): Promise<string> {
  const {code, stdout, stderr} = await runToolkit(cwd, ['check', '--format', 'json', ...files], signal);
  // The exit code 1 says only that there are problems.
  if (code > 1) throw new Error(stderr);
  return stdout;
}
