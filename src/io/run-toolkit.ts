import {execFile} from 'node:child_process';
import path from 'node:path';
import {PACKAGE_ROOT} from './package-root.ts';

export const TOOLKIT = path.join(PACKAGE_ROOT, 'bin/toolkit.mjs');

/** The longest output of a command. */
const MAX_BYTES = 100_000_000;

/** Runs a command of the toolkit in a process of its own, so that a server can answer meanwhile. */
export function runApart(
  cwd: string,
  argv: readonly string[],
  signal?: AbortSignal,
): Promise<{code: unknown; stdout: string; stderr: string}> {
  return new Promise((done) => {
    execFile(process.execPath, [TOOLKIT, ...argv], {cwd, maxBuffer: MAX_BYTES, signal}, (error, stdout, stderr) => {
      done({code: error?.code ?? (error ? 'stopped' : 0), stdout, stderr});
    });
  });
}

/**
 * What `npm run check` says of a file, as JSON.
 *
 * @throws {Error} what it printed, if it could not check it.
 */
export async function checkFile(cwd: string, file: string, signal?: AbortSignal): Promise<string> {
  const {code, stdout, stderr} = await runApart(cwd, ['check', '--format', 'json', file], signal);
  // The exit code 1 says only that there are problems.
  if (code !== 0 && code !== 1) throw new Error(stderr);
  return stdout;
}
