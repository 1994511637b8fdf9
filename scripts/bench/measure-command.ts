import {spawn} from 'node:child_process';
import {globSync, readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';

export interface Cost {
  /** Seconds of the processor, user and system, of the process and its children. */
  cpu: number;
  /** Peak memory of the largest process in MiB; 0 where the system has no `/proc`. */
  peak: number;
}

/** The packages of this project, which copies of it use. */
const PACKAGES = path.join(import.meta.dirname, '..', '..', 'node_modules');

const PROGRAMS = [path.dirname(process.execPath), path.join(PACKAGES, '.bin')];

/** How often the memory of a running command is read, in milliseconds. The system keeps each peak, so this may be slow. */
const SAMPLE_INTERVAL = 100;

/** The environment of a measured command, with the programs of its own packages first. */
function environment(cwd: string): NodeJS.ProcessEnv {
  const PATH = [path.join(cwd, 'node_modules', '.bin'), ...PROGRAMS, process.env.PATH].join(path.delimiter);
  return {...process.env, PATH, NODE_ENV: undefined, ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_UPDATE_NOTIFIER: '0'};
}

/** The command behind a script of the `package.json` in a folder, with arguments. */
export async function scriptOf(cwd: string, script: string, ...args: string[]): Promise<string[]> {
  const {scripts} = JSON.parse(await readFile(path.join(cwd, 'package.json'), 'utf8'));
  const words = (scripts[script] as string).split(' ');
  return [...words.map((word) => word.replace(/^node_modules(?=\/)/, PACKAGES)), ...args];
}

export async function measureCommand(cwd: string, command: readonly string[]): Promise<Cost> {
  const timed = ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bench', ...command];
  const child = spawn('bash', timed, {cwd, env: environment(cwd), detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, ...globSync('/proc/[0-9]*/status').map((file) => peakOf(file, child.pid)));
  }, SAMPLE_INTERVAL);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-100_000);
    });
  }
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  clearInterval(sampler);
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(output) ?? [];
  if (code !== 0 || !user) throw new Error(`${command.join(' ')} in ${cwd} failed:\n${output}`);
  return {cpu: Number(user) + Number(system), peak};
}

/** The peak memory of a process in MiB; 0 if it has ended or is in another group. */
function peakOf(file: string, group: number | undefined): number {
  try {
    const status = readFileSync(file, 'latin1');
    const [, own] = /^NSpgid:\s+(\d+)/m.exec(status) ?? [];
    return own === String(group) ? Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024 : 0;
  } catch {
    return 0;
  }
}

/** The middle one of several numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
