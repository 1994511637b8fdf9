import {execFile} from 'node:child_process';
import path from 'node:path';
import {performance} from 'node:perf_hooks';

const SCRIPTS = path.resolve(import.meta.dirname, '..');

/** The toolkit's own command, as npm runs it with Node. */
export const TOOLKIT = ['--import', path.join(SCRIPTS, 'node-guard.mjs'), path.join(SCRIPTS, 'toolkit.ts')];

/** Seconds that a process takes from start to end, and what it printed; checkers end with 1 where they find something. */
export async function timeProcess(
  cwd: string,
  file: string,
  args: readonly string[],
): Promise<{seconds: number; stdout: string}> {
  const start = performance.now();
  const stdout = await new Promise<string>((resolve, reject) => {
    execFile(file, [...args], {cwd, maxBuffer: 1024 * 1024 * 1024}, (error, out, stderr) => {
      if (error && error.code !== 1) reject(new Error(`${path.basename(args[0] ?? file)} failed: ${stderr}`));
      else resolve(out);
    });
  });
  return {seconds: (performance.now() - start) / 1000, stdout};
}
