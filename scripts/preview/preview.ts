import {existsSync} from 'node:fs';
import type {Server} from 'node:http';
import path from 'node:path';
import {ExitError} from '../../src/fs/exit-error.ts';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {createSiteServer, listenOn, readPort} from '../cli/site-server.ts';
import type {Run} from '../commands.ts';

const PORTS_TRIED = 20;

/** `toolkit preview`: serves `build/` until it is stopped. */
export const run: Run<'preview'> = async ({port}, io) => {
  const folder = path.join(io.cwd, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new ExitError(
      'no built site found in `build/`',
      'Run `npm run build` first, or `npm run preview`, which does both.',
    );
  }
  const {baseUrl} = loadConfig(io.cwd);
  const server = createSiteServer(folder, baseUrl);
  const chosen = await listen(server, readPort(port));
  io.stdout.write(`The site is at http://localhost:${chosen}${baseUrl}\nStop it with Ctrl+C.\n`);
  await new Promise((resolve) => {
    server.once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
  });
  return 0;
};

/** Listens on the first free port, starting with the given one. */
export async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port++) {
    if (await listenOn(server, port)) return port;
  }
  throw new ExitError(
    `ports ${first} to ${first + PORTS_TRIED - 1} are all in use`,
    'Stop one of the programs that use them, or name another with `-- --port <number>`.',
  );
}
