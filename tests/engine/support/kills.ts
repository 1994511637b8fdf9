import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {serialize} from 'node:v8';
import {build} from 'esbuild';
import {commit, type Transaction} from '../../../src/io/transaction/commit.ts';
import {faultyDisk, READING} from '../io/transaction/faulty-disk.ts';
import {readTree} from '../io/transaction/trees.ts';
import {folderWith} from './run-command.ts';
import {WORK} from './toolkits/copy-toolkit.ts';

/** A transaction whose commit is killed, and the trees that it may leave. */
interface Killed {
  transaction: Transaction;
  /** Makes a folder as the transaction finds it. */
  makeFolder: () => string | Promise<string>;
  before: Readonly<Record<string, string>>;
  after: Readonly<Record<string, string>>;
  /** How many changes to the disk an undisturbed run makes. */
  calls: number;
}

/** How often a command is killed: as its test says, or as often as `KILLS` asks for, to measure. */
export function seeds(usual: number): number {
  return Number(process.env.KILLS ?? usual);
}

/** Plans what a command does in a folder and commits it undisturbed, to know what kills may leave. */
export async function runWhole(
  plan: (cwd: string) => Promise<Transaction>,
  makeFolder: Killed['makeFolder'],
): Promise<Killed> {
  const cwd = await makeFolder();
  const before = readTree(cwd);
  const transaction = await plan(cwd);
  let calls = 0;
  const disk = faultyDisk((call) => {
    if (!READING.includes(call)) calls += 1;
  });
  await commit(cwd, transaction, disk);
  return {transaction, makeFolder, before, after: readTree(cwd), calls};
}

/** Kills a commit at as many instants as there are seeds, each once, each time in a folder of its own. */
export async function* kill(
  {transaction, makeFolder, calls}: Killed,
  count: number,
): AsyncGenerator<{cwd: string; nth: number; wasKilled: boolean}> {
  const file = transactionFile(transaction);
  for (const nth of seededInstants(calls, count)) {
    const cwd = await makeFolder();
    yield {cwd, nth, wasKilled: await isKilled(file, cwd, nth)};
  }
}

/** As many instants as there are seeds, spread over the whole run: one in each of its equal parts, the same every time. */
function seededInstants(calls: number, count: number): number[] {
  let state = 2026;
  const instants = Array.from({length: count}, (_, seed) => {
    // A linear congruential generator (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const from = Math.floor((seed * calls) / count);
    const to = Math.floor(((seed + 1) * calls) / count);
    return 1 + from + (state % Math.max(1, to - from));
  });
  return [...new Set(instants)];
}

/** A transaction as a file that `isKilled` takes. */
function transactionFile(transaction: Transaction): string {
  return path.join(folderWith({transaction: serialize(transaction)}), 'transaction');
}

let program: Promise<string> | undefined;

/** Lets a process of its own commit a transaction until its nth change to the disk; whether it was killed there. */
async function isKilled(transaction: string, folder: string, nth: number): Promise<boolean> {
  program ??= bundle();
  const words = [await program, transaction, folder, `${nth}`];
  const env = {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'toolkit-compile-cache')};
  const child = spawn(process.execPath, words, {stdio: 'inherit', env});
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}

/** Writes the program that is killed to one file with all it imports: it starts in a quarter of the time, and starts often. */
async function bundle(): Promise<string> {
  const outfile = path.join(WORK, 'programs', `deadly-commit-${process.pid}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL('../io/transaction/deadly-commit.ts', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    // Packages in CommonJS call it.
    banner: {js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);"},
  });
  return outfile;
}
