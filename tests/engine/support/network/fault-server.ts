import type {LookupAddress} from 'node:dns';
import {createServer as createHttpServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import {onTestFinished} from 'vitest';
import {isPublicIp, isPublicUrl} from '../../../../src/content/link-ledger/public-host.ts';
import type {Network} from '../../../../src/features/outside-links/requests/polite-dispatcher.ts';
import {listenOnFreePort} from './listen.ts';

/** A server on this machine whose every path has a fault of its own, under whatever host name it is asked. */
export interface FaultServer {
  /** `http://fault.example:4711/gone`; the name may be another. */
  url(path: string, host?: string): string;
  /** Every request so far, `fault.example/gone`. */
  log: string[];
  /** How many bytes of words it has got rid of. */
  sent(): number;
  /** The network as the server's clients see it: connections are real, and no time passes when they sleep. */
  network: Network;
  /** How long was slept so far, in milliseconds, each time. */
  sleeps: number[];
  /** Faults that a test adds, or changes. */
  faults: Record<string, Fault>;
}

type Fault = (request: IncomingMessage, response: ServerResponse, times: number) => unknown;

/** The only machine that clients of a test may reach. */
const HERE = '127.0.0.1';

const TIMEOUT = 400;
const CHUNK = Buffer.alloc(64 * 1024, 'words ');

const answer =
  (status: number, headers: Record<string, string> = {}, words = 'Words.'): Fault =>
  (_request, response) =>
    response.writeHead(status, headers).end(words);

const redirect = (to: string, status = 302, headers = {}): Fault => answer(status, {location: to, ...headers}, '');

/** Answers in one way while it is asked for the first times, and in another after that. */
const first =
  (many: number, early: Fault, late: Fault): Fault =>
  (request, response, times) =>
    (times <= many ? early : late)(request, response, times);

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const reset: Fault = ({socket}) => socket.destroy();
const never: Fault = () => undefined;

/** Sends as long as somebody takes it. */
const pour: Fault = ({method}, response) => {
  if (method === 'HEAD') return response.writeHead(405).end();
  response.writeHead(200, {'content-type': 'text/html'});
  const more = () => {
    while (response.write(CHUNK));
    response.once('drain', more);
  };
  return more();
};

/** Path by path; numbers of requests count from 1. */
const FAULTS: Readonly<Record<string, Fault>> = {
  '/ok': answer(200),
  '/gone': answer(404),
  '/slow': never,
  '/slow-words': (_request, response) => response.writeHead(200).write('W'),
  '/reset': reset,
  '/garbage': ({socket}) => socket.end('what is this\r\n\r\n'),
  '/upgrade': ({socket}) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  '/closed': ({socket}) => socket.end(),
  '/long-headers': ({socket}) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
  '/endless-headers': ({socket}) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('x: y\r\n'), 50);
    socket.once('close', () => clearInterval(timer));
  },
  '/flapping': first(1, answer(503), answer(200)),
  '/flapping-reset': first(1, reset, answer(200)),
  '/busy': first(1, answer(429, {'retry-after': '7'}), answer(200)),
  '/busy-until': first(1, (...asked) => answer(429, {'retry-after': inSeconds(20)})(...asked), answer(200)),
  '/busy-for-long': answer(429, {'retry-after': '86400'}),
  '/busy-for-ever': answer(429),
  '/maintenance': answer(503, {'retry-after': '86400'}),
  '/wall': answer(403),
  '/linkedin': answer(999),
  '/huge': pour,
  '/moved': redirect('/ok', 301),
  // Raw bytes of UTF-8, as many servers send them.
  '/moved-to-umlaut': redirect(Buffer.from('/größe').toString('latin1'), 301),
  '/gr%C3%B6%C3%9Fe': answer(200),
  '/moved-twice': redirect('/moved', 308),
  '/moved-then-found': redirect('/found', 301),
  '/found': redirect('/ok'),
  '/moved-to-gone': redirect('/gone', 301),
  '/loop': redirect('/loop'),
  '/circle': redirect('/circle-back'),
  '/circle-back': redirect('/circle'),
  '/spiral': (request, response, times) => redirect(`/spiral?${times}`)(request, response, times),
  '/to-nothing': redirect('https://'),
  '/to-file': redirect('file:///etc/hosts'),
  '/to-loopback': redirect('http://127.0.0.1/'),
  '/to-mapped': redirect('http://[::ffff:10.0.0.1]/'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-mail-port': redirect('http://fault.example:25/'),
  '/to-other-port': redirect('http://fault.example:2375/'),
  '/to-private-name': redirect('http://private.example/'),
};

/** Starts it for one test, over TLS where a certificate with its key is given; clients then trust `ca`. */
export async function startFaults(options: {tls?: string; ca?: string} = {}): Promise<FaultServer> {
  const faults: Record<string, Fault> = {...FAULTS};
  const log: string[] = [];
  const times = new Map<string, number>();
  const sockets: IncomingMessage['socket'][] = [];
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://fault.example').pathname;
    log.push(`${request.headers.host?.split(':')[0]}${path}`);
    times.set(path, (times.get(path) ?? 0) + 1);
    response.on('error', () => undefined);
    (faults[path] ?? answer(404))(request, response, times.get(path) ?? 1);
  };
  const server = options.tls
    ? createHttpsServer({cert: options.tls, key: options.tls}, serve)
    : createHttpServer(serve);
  server.on('connection', (socket) => sockets.push(socket));
  const port = await listenOnFreePort(server, HERE);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  const sleeps: number[] = [];
  const started = performance.now();
  const url = (path: string, host = 'fault.example') => `http${options.tls ? 's' : ''}://${host}:${port}${path}`;
  return {
    url,
    log,
    sent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    sleeps,
    faults,
    network: {
      userAgent: 'test',
      timeout: TIMEOUT,
      resolve,
      isAllowedUrl: (address) => isPublicUrl(new URL(address.href.replace(`:${port}/`, '/'))),
      isAllowedIp: (ip) => ip === HERE || isPublicIp(ip),
      sleep: async (ms) => sleeps.push(ms),
      // Time passes when clients sleep, and with each request.
      now: () => sleeps.reduce((sum, ms) => sum + ms, 0) + (performance.now() - started),
      archive: url('/archive', 'archive.example'),
      govUk: url('', 'gov.example'),
      ...(options.ca !== undefined && {ca: options.ca}),
    },
  };
}

/** No name of a test is known to the system: `unknown.example` is known to nobody, `private.example` lies in an office. */
async function resolve(hostname: string): Promise<LookupAddress[]> {
  if (hostname === 'unknown.example') throw Object.assign(new Error('unknown'), {code: 'ENOTFOUND'});
  if (hostname === 'unsure.example') throw Object.assign(new Error('unsure'), {code: 'EAI_AGAIN'});
  const here = {address: HERE, family: 4};
  const office = {address: '10.0.0.1', family: 4};
  if (hostname === 'private.example') return [office];
  return hostname === 'mixed.example' ? [here, office] : [here];
}
