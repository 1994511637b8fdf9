import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import path from 'node:path';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import {listenOnFreePort} from './network/listen.ts';
import {ROOT} from './toolkits/copy-toolkit.ts';

/** Waits until a program prints a line. @throws {Error} with all that it printed, where it ends before that. */
export async function untilPrinted(output: Readable, line: RegExp): Promise<void> {
  const lines: string[] = [];
  for await (const text of createInterface(output)) {
    lines.push(text);
    if (!line.test(text)) continue;
    // What nobody reads would stop the program once the pipe is full.
    output.resume();
    return;
  }
  throw new Error(`the server did not start:\n${lines.join('\n')}`);
}

/** Runs `npm start` of a toolkit on a port, until it is stopped; returns when the site is compiled. */
export async function startServer(
  cwd: string,
  port: number,
): Promise<{errors: string[]; printed: string[]; stop(): Promise<void>}> {
  const argv = [path.join(ROOT, 'bin/toolkit.mjs'), 'start', '--no-open', '--host', '127.0.0.1', '--port', `${port}`];
  const env = {...process.env, NODE_ENV: undefined};
  const child = spawn(process.execPath, argv, {cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  const ended = once(child, 'close');
  const errors: string[] = [];
  const printed: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  child.stdout.on('data', (text) => printed.push(String(text)));
  await untilPrinted(child.stdout, /compiled/);
  return {
    errors,
    printed,
    async stop() {
      if (child.pid !== undefined) process.kill(-child.pid);
      await ended;
    },
  };
}

/** A port that no program listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnFreePort(server, 'localhost');
  server.close();
  return port;
}
