import {execFile} from 'node:child_process';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import packageJson from '../../package.json' with {type: 'json'};

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What Node is given for a command of the toolkit, as `package.json` has it; works from any folder. */
export function argumentsOf(command: 'check' | 'links'): string[] {
  const [, ...words] = packageJson.scripts[command].split(' ');
  return words.map((word) => (/\.m?[jt]s$/.test(word) ? path.join(ROOT, word) : word));
}

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
