import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {createSiteServer, listen, readPort, untilStopped} from '../src/io/cli/site-server.ts';
import {loadConfig} from '../src/io/load-toolkit.ts';
import {TOOLKIT} from '../src/io/run-toolkit.ts';
import type {Run} from './commands.ts';

/** `toolkit preview`: checks and builds the site, and serves it until it is stopped. */
export const run: Run<'preview'> = async ({port}, io) => {
  const {baseUrl} = loadConfig(io.cwd);
  const first = readPort(port);
  for (const step of ['check', 'build']) {
    const {status} = spawnSync(process.execPath, [TOOLKIT, step], {cwd: io.cwd, stdio: 'inherit'});
    if (status !== 0) return status ?? 2;
  }
  const server = createSiteServer(path.join(io.cwd, 'build'), baseUrl);
  const chosen = await listen(server, first);
  io.stdout.write(`The site is at http://localhost:${chosen}${baseUrl}\nStop it with Ctrl+C.\n`);
  await untilStopped(server);
  return 0;
};
