import {once} from 'node:events';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import type {Io} from '../../src/fs/io.ts';
import {HOSTILE_TEXTS, hostileRoutines, PATTERNS} from './hostile-routines.ts';

/** The most that a routine may take, in CPU seconds. */
const LIMIT = 2;

/** When a routine is stopped, in seconds. */
const MOST = 20;

/** Times every parser, rule, comparison and rendering on text that a stranger could send. */
export async function benchHostile(
  {cwd, stdout, stderr}: Pick<Io, 'cwd' | 'stdout' | 'stderr'>,
  {only}: {only?: string | undefined},
): Promise<void> {
  const names = Object.keys(await hostileRoutines(cwd));
  const worst = new Map<string, {seconds: number; what: string}>();
  let worker: Worker | undefined;
  let slow = 0;
  for (const pattern of Object.keys(PATTERNS).filter((name) => only === undefined || only.split(',').includes(name))) {
    for (const text of Object.keys(HOSTILE_TEXTS)) {
      let total = 0;
      for (const name of names) {
        worker ??= new Worker(new URL(import.meta.url), {workerData: cwd});
        worker.postMessage({pattern, text, name});
        const seconds = await Promise.race([
          once(worker, 'message').then(([answer]) => answer as number),
          new Promise<number>((resolve) => setTimeout(resolve, MOST * 1000, MOST).unref()),
        ]);
        if (seconds === MOST) {
          await worker.terminate();
          worker = undefined;
        }
        const what = `${name}, ${pattern}, ${text}`;
        if (seconds > LIMIT / 2) stderr.write(`${what}: ${seconds.toFixed(2)} s\n`);
        if (seconds > LIMIT) slow += 1;
        total += seconds;
        const key = `${name} ${text}`;
        if (seconds >= (worst.get(key)?.seconds ?? 0)) worst.set(key, {seconds, what});
      }
      const all = worst.get(`all ${text}`)?.seconds ?? 0;
      if (total >= all) worst.set(`all ${text}`, {seconds: total, what: `everything together, ${pattern}, ${text}`});
    }
  }
  await worker?.terminate();
  const lines = [...worst.values()]
    .sort((a, b) => b.seconds - a.seconds)
    .map(({seconds, what}) => `${seconds.toFixed(3)} ${what}\n`);
  stdout.write(`CPU seconds of each routine for its slowest pattern:\n${lines.join('')}`);
  stdout.write(`${slow} of them took more than ${LIMIT} s.\n`);
}

if (!isMainThread && parentPort) {
  const routines = await hostileRoutines(workerData);
  const port = parentPort;
  port.on('message', async ({pattern, text, name}) => {
    const written = HOSTILE_TEXTS[text]?.(PATTERNS[pattern] ?? '') ?? '';
    const before = process.cpuUsage();
    await routines[name]?.(written);
    const {user, system} = process.cpuUsage(before);
    port.postMessage((user + system) / 1e6);
  });
}
