import {once} from 'node:events';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer as createHttpServer} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';
import {askAt} from '../../scripts/links/external/ask-at.ts';
import type {World} from '../../src/content/link-check/world.ts';
import {isPublicUrl} from '../../src/content/link-ledger/public-host.ts';
import type {TestCertificate} from './test-certificates.ts';

/** A server on this machine whose every path has a fault of its own, under whatever host name it is asked. */
export interface FaultServer {
  /** `http://fault.example:4711/gone`; the name may be another. */
  url(path: string, host?: string): string;
  /** Every request so far, `HEAD /gone`. */
  log: string[];
  /** How many bytes of words it has got rid of. */
  sent(): number;
  /** The world as the server's clients see it: sockets are real, its clock moves when somebody sleeps. */
  world: World;
  /** How long was slept so far, in milliseconds, each time. */
  sleeps: number[];
  /** Faults that a test adds, or changes. */
  faults: Record<string, Fault>;
}

type Fault = (request: IncomingMessage, response: ServerResponse, times: number) => unknown;

/** The only machine that clients of a test may reach. */
const HERE = '127.0.0.1';

const START = Date.UTC(2026, 10, 23, 5);
const PATIENCE = 400;
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

const reset: Fault = ({socket}) => socket.destroy();
const never: Fault = () => undefined;

/** Sends as long as somebody takes it. */
const pour: Fault = (request, response) => {
  response.writeHead(200, {'content-type': 'text/html'});
  if (request.method === 'HEAD') return response.end();
  const more = () => {
    while (response.write(CHUNK));
    response.once('drain', more);
  };
  return more();
};

const refuseHead =
  (early: Fault, late: Fault = answer(200)): Fault =>
  (request, response, times) =>
    (request.method === 'HEAD' ? early : late)(request, response, times);

/** Path by path; numbers of requests count from 1, `HEAD` and `GET` together. */
const FAULTS: Readonly<Record<string, Fault>> = {
  '/ok': answer(200),
  '/gone': answer(404),
  '/slow': never,
  '/slow-words': refuseHead(answer(403), (_request, response) => response.writeHead(200).write('W')),
  '/reset': reset,
  '/garbage': ({socket}) => socket.end('what is this\r\n\r\n'),
  '/long-headers': ({socket}) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
  '/endless-headers': ({socket}) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('x: y\r\n'), 50);
    socket.once('close', () => clearInterval(timer));
  },
  '/flapping': first(2, answer(503), answer(200)),
  '/flapping-reset': first(2, reset, answer(200)),
  '/busy': first(2, answer(429, {'retry-after': '7'}), answer(200)),
  '/busy-until': first(2, answer(429, {'retry-after': new Date(START + 30_000).toUTCString()}), answer(200)),
  '/busy-for-long': answer(429, {'retry-after': '86400'}),
  '/busy-for-ever': answer(429),
  '/maintenance': answer(503, {'retry-after': '86400'}),
  '/no-head': refuseHead(answer(403)),
  '/no-head-method': refuseHead(answer(405)),
  '/no-head-reset': refuseHead(reset),
  '/no-head-slow': refuseHead(never),
  '/head-only': refuseHead(answer(200), answer(404)),
  '/wall': answer(403),
  '/linkedin': answer(999),
  '/challenge': answer(503, {'cf-mitigated': 'challenge'}, '<title>Just a moment...</title>'),
  '/huge': refuseHead(answer(403), pour),
  '/endless': refuseHead(reset, pour),
  '/moved': redirect('/ok', 301),
  '/moved-twice': redirect('/moved', 308),
  '/moved-then-found': redirect('/found', 301),
  '/found': redirect('/ok'),
  '/moved-to-gone': redirect('/gone', 301),
  '/loop': redirect('/loop'),
  '/circle': redirect('/circle-back'),
  '/circle-back': redirect('/circle'),
  '/cookies': redirect('/cookies', 302, {'set-cookie': 'seen=1'}),
  '/spiral': (request, response, times) => redirect(`/spiral?${times}`)(request, response, times),
  '/to-nothing': redirect('https://'),
  '/to-file': redirect('file:///etc/hosts'),
  '/to-loopback': redirect('http://127.0.0.1/'),
  '/to-mapped': redirect('http://[::ffff:10.0.0.1]/'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-mail-port': redirect('http://fault.example:25/'),
  '/to-private-name': redirect('http://private.example/'),
};

/** Starts it for one test, over TLS where a certificate is given; clients then trust `ca`. */
export async function startFaults(options: {tls?: TestCertificate; ca?: string} = {}): Promise<FaultServer> {
  const faults: Record<string, Fault> = {...FAULTS};
  const log: string[] = [];
  const times = new Map<string, number>();
  const sockets: IncomingMessage['socket'][] = [];
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://fault.example').pathname;
    log.push(`${request.method} ${path}`);
    times.set(path, (times.get(path) ?? 0) + 1);
    response.on('error', () => undefined);
    (faults[path] ?? answer(404))(request, response, times.get(path) ?? 1);
  };
  const server = options.tls ? createHttpsServer(options.tls, serve) : createHttpServer(serve);
  server.on('connection', (socket) => sockets.push(socket));
  server.listen(0, HERE);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  const {port} = server.address() as AddressInfo;
  const sleeps: number[] = [];
  let now = START;
  return {
    url: (path, host = 'fault.example') => `http${options.tls ? 's' : ''}://${host}:${port}${path}`,
    log,
    sent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    sleeps,
    faults,
    world: {
      now: () => now,
      sleep: async (ms) => {
        sleeps.push(ms);
        now += ms;
      },
      random: () => 0.5,
      resolve,
      ask: (question) =>
        askAt(question, {userAgent: 'test', patience: PATIENCE, ...(options.ca !== undefined && {ca: options.ca})}),
      isAllowedUrl: isPublicUrl,
      isAllowedIp: (ip) => ip === HERE,
    },
  };
}

/** No name of a test is known to the system: `unknown.example` is known to nobody, `private.example` lies in an office. */
async function resolve(hostname: string): Promise<string[]> {
  if (hostname === 'private.example') return ['10.0.0.1'];
  if (hostname === 'mixed.example') return [HERE, '10.0.0.1'];
  if (hostname === 'unknown.example') throw Object.assign(new Error('unknown'), {code: 'ENOTFOUND'});
  if (hostname === 'unsure.example') throw Object.assign(new Error('unsure'), {code: 'EAI_AGAIN'});
  return [HERE];
}
