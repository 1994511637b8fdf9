import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import path from 'node:path';
import {listenOnFreePort} from './network/listen.ts';
import {ROOT} from './toolkits/copy-toolkit.ts';

/** Runs `npm start` of a toolkit on a port, until it is stopped. */
export function startServer(cwd: string, port: number): {stop(): Promise<void>} {
  const argv = [path.join(ROOT, 'bin/toolkit.mjs'), 'start', '--no-open', '--host', '127.0.0.1', '--port', `${port}`];
  const env = {...process.env, NODE_ENV: undefined};
  const child = spawn(process.execPath, argv, {cwd, env, detached: true, stdio: 'ignore'});
  const ended = once(child, 'close');
  return {
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
