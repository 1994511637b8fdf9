import {existsSync, readFileSync, statSync} from 'node:fs';
import type {Server} from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import {ExitError} from './exit-error.ts';

// An import would also load what the module offers for the web, which takes longer than all of a short command.
const {createServer} = process.getBuiltinModule('node:http');

/** The settings for hosts, in the folder that they serve. No host sends them to readers. */
export const HOST_FILE_NAMES: readonly string[] = ['_headers', '_redirects', 'nginx.conf'];

const LOCAL_RE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Serves a built site as a plain host would: index pages of folders, and the site's 404 page; nothing is compressed. */
export function createSiteServer(folder: string, baseUrl = '/'): Server {
  const missing = path.join(folder, '404.html');
  // The last page of a build: a new one shows without a restart.
  const builtAt = () => statSync(missing, {throwIfNoEntry: false})?.mtimeMs;
  let built = builtAt();
  if (built === undefined)
    throw new ExitError(`\`${missing}\` is missing, expected a built site`, 'Run `npm run build`.');
  let serve = sirv(folder);
  const limits = {headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384};
  return createServer(limits, (request, response) => {
    const url = request.url ?? '/';
    response.setHeader('x-content-type-options', 'nosniff');
    // Otherwise a page elsewhere could read drafts, by giving its own name the address of this computer.
    if (!LOCAL_RE.test(request.headers.host ?? '')) {
      response.writeHead(421).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, {allow: 'GET, HEAD'}).end();
      return;
    }
    if (!url.startsWith(baseUrl)) {
      response.writeHead(302, {location: baseUrl}).end();
      return;
    }
    request.url = `/${url.slice(baseUrl.length)}`;
    const [file = ''] = url.slice(baseUrl.length).split('?');
    const newest = builtAt();
    if (newest !== undefined && newest !== built) {
      built = newest;
      serve = sirv(folder);
    }
    const refuse = () => {
      // In the middle of a build there is none.
      const page = existsSync(missing) ? readFileSync(missing) : 'The site is being built.';
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'}).end(page);
    };
    if (HOST_FILE_NAMES.includes(file)) refuse();
    else serve(request, response, refuse);
  });
}

/** Listens on a port; `false` if another program uses it. */
function listenOn(server: Server, port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** Whether no program listens on a port. */
async function isFree(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  const free = await listenOn(server, port, host);
  server.close();
  return free;
}

const PORTS_TRIED = 20;

/** Listens on the first free port, starting with the given one. */
export function listen(server: Server, first: number): Promise<number> {
  return firstPort(first, (port) => listenOn(server, port));
}

/** The first port, starting with the given one, that is free at an address and under each name of this computer. */
export function freePort(first: number, host = 'localhost'): Promise<number> {
  return firstPort(first, async (port) => (await isFree(port)) && isFree(port, host));
}

async function firstPort(first: number, isUsable: (port: number) => Promise<boolean>): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port++) {
    if (await isUsable(port)) return port;
  }
  throw new ExitError(
    `ports ${first} to ${first + PORTS_TRIED - 1} are all in use`,
    'Stop one of the programs that use them, or name another with `-- --port <number>`.',
  );
}

/** Waits until somebody stops the program. Open pages keep their connections, so these are closed too. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.once('close', resolve);
    const stop = () => {
      server.close();
      server.closeAllConnections();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });
}

const FIRST_PORT = 3000;

/**
 * Reads the option `--port`; without it, 3000.
 *
 * @throws {ExitError} if it is no port.
 */
export function readPort(given: string | undefined): number {
  if (given === undefined) return FIRST_PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ExitError(
    `\`--port\` is \`${given}\`, expected a number from 1 to 65535`,
    'Write a free port, `--port 3000`.',
  );
}
