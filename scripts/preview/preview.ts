import {existsSync} from 'node:fs';
import path from 'node:path';
import {ExitError} from '../../src/fs/exit-error.ts';
import {loadConfig} from '../../src/fs/load-toolkit.ts';
import {createSiteServer, listen, readPort, untilStopped} from '../cli/site-server.ts';
import type {Run} from '../commands.ts';

/** `toolkit preview`: serves `build/` until it is stopped. */
export const run: Run<'preview'> = async ({port}, io) => {
  const {baseUrl} = loadConfig(io.cwd);
  const folder = path.join(io.cwd, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new ExitError(
      'no built site found in `build/`',
      'Run `npm run build` first, or `npm run preview`, which does both.',
    );
  }
  const server = createSiteServer(folder, baseUrl);
  const chosen = await listen(server, readPort(port));
  io.stdout.write(`The site is at http://localhost:${chosen}${baseUrl}\nStop it with Ctrl+C.\n`);
  await untilStopped(server);
  return 0;
};
