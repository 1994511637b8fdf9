import {execFile, spawn} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {loadavg} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

/** What a command took. */
export interface Cost {
  /** Seconds of the processor, user and system, of the process and its children. */
  cpu: number;
  wall: number;
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

/**
 * Runs a program and measures it.
 */
export async function measureCommand(cwd: string, command: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const timed = ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bench', ...command];
  const child = spawn('bash', timed, {cwd, env: environment(cwd), detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  let peak = 0;
  const sampler = setInterval(() => {
    for (const pid of processesOf(child.pid)) peak = Math.max(peak, peakOf(pid));
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
  return {cpu: Number(user) + Number(system), wall: (performance.now() - started) / 1000, peak};
}

/** The processes of a group. */
function processesOf(group: number | undefined): string[] {
  return listProcesses().filter((pid) => fieldsOf(pid)[2] === String(group));
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** What `/proc/<pid>/stat` says after the name of the program: the state is the first field. */
function fieldsOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function peakOf(pid: string): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The middle one of several numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** How many processes wait for a processor, on average over the last minute. */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

/** Runs a program that need not be measured. */
export async function runQuietly(cwd: string, program: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(program, args, {cwd, env: environment(cwd), maxBuffer: 2 ** 28});
}
