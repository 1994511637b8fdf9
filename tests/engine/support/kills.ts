import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {recover} from '../../../src/fs/transaction/recover.ts';
import {readTree} from '../fs/transaction/trees.ts';
import {folderWith} from './run-command.ts';

/** A command that is killed, and the trees that it may leave. */
interface Killed {
  /** The program that runs the command until its nth change to the disk. */
  program: string;
  /** The files that the command finds. */
  files: Readonly<Record<string, string | Uint8Array>>;
  before: Readonly<Record<string, string>>;
  after: Readonly<Record<string, string>>;
  /** How many changes to the disk an undisturbed run makes. */
  calls: number;
}

/** How many kills ended how, once the next run had recovered. */
interface Tally {
  'as before': number;
  'as after': number;
  /** What was neither, or could not be killed: the call, and what the recovery said. */
  broken: string[];
  /** How many left the folder of transactions, with none in it. */
  traces: number;
  /** What recoveries said. */
  outcomes: Set<string>;
}

/** How often a command is killed: as its test says, or as often as `KILLS` asks for, to measure. */
export function seeds(usual: number): number {
  return Number(process.env.KILLS ?? usual);
}

/** Kills a command at as many instants as there are seeds, each once, and recovers each time. */
export async function tallyKills({program, files, before, after, calls}: Killed, count: number): Promise<Tally> {
  const tally: Tally = {'as before': 0, 'as after': 0, broken: [], traces: 0, outcomes: new Set()};
  const instants = new Set(seededInstants(calls, count));
  for (const nth of instants) {
    const cwd = folderWith(files);
    const isKilled = await isKilledAt(program, nth, cwd);
    const {outcome} = await recover(cwd);
    tally.outcomes.add(outcome);
    const tree = JSON.stringify(readTree(cwd));
    const isClean = isKilled && !existsSync(path.join(cwd, '.toolkit/transaction'));
    if (existsSync(path.join(cwd, '.toolkit'))) tally.traces += 1;
    if (isClean && outcome !== 'completed' && tree === JSON.stringify(before)) tally['as before'] += 1;
    else if (isClean && outcome !== 'undone' && tree === JSON.stringify(after)) tally['as after'] += 1;
    else tally.broken.push(`call ${nth} of ${calls}: ${isKilled ? outcome : 'was not killed'}`);
  }
  if (process.env.KILLS) process.stdout.write(`${path.basename(program)}: ${row(tally, instants.size, calls)}\n`);
  return tally;
}

function row(tally: Tally, count: number, calls: number): string {
  const {'as before': before, 'as after': after, broken, traces} = tally;
  return `${count} kills over ${calls} changes to the disk, ${before} as before, ${after} as after, ${broken.length} broken; ${traces} left an empty .toolkit`;
}

/** As many instants as there are seeds, spread over the whole run: one in each of its equal parts, the same every time. */
function seededInstants(calls: number, count: number): number[] {
  let state = 2026;
  return Array.from({length: count}, (_, seed) => {
    // A linear congruential generator (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const from = Math.floor((seed * calls) / count);
    const to = Math.floor(((seed + 1) * calls) / count);
    return 1 + from + (state % Math.max(1, to - from));
  });
}

/** Lets a process of its own run until its nth change to the disk; whether it was killed there. */
async function isKilledAt(program: string, nth: number, cwd: string): Promise<boolean> {
  const env = {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'toolkit-compile-cache')};
  const child = spawn(process.execPath, [program, cwd, `${nth}`], {stdio: 'inherit', env});
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}
