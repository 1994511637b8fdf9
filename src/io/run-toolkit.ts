import {execFile} from 'node:child_process';
import path from 'node:path';
import {PACKAGE_ROOT} from './package-root.ts';

/** The `toolkit` command. */
export const TOOLKIT = path.join(PACKAGE_ROOT, 'bin/toolkit.mjs');

/** The longest output of a command. */
const MOST_BYTES = 20_000_000;

/**
 * What `npm run check` says of files, as JSON. It runs in a process of its own, so that a server can answer meanwhile.
 *
 * @throws {Error} what it printed, if it could not check them.
 */
export function checkFiles(cwd: string, files: readonly string[], signal?: AbortSignal): Promise<string> {
  const args = [TOOLKIT, 'check', '--format', 'json', ...files];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, {cwd, maxBuffer: MOST_BYTES, signal}, (error, stdout, stderr) => {
      // The exit code 1 says only that there are problems.
      if (error && error.code !== 1) fail(new Error(stderr));
      else done(stdout);
    });
  });
}
