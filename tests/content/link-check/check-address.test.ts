import {LinkChecker} from 'linkinator';
import {expect, test} from 'vitest';
import {checkAddress} from '../../../src/content/link-check/check-address.ts';
import {createPacer} from '../../../src/content/link-check/pacer.ts';
import type {World} from '../../../src/content/link-check/world.ts';
import type {FaultServer} from '../../support/fault-server.ts';
import {startFaults} from '../../support/fault-server.ts';
import {TEST_CERTIFICATES} from '../../support/test-certificates.ts';

async function check({world}: Pick<FaultServer, 'world'>, address: string) {
  return (await checkAddress(address, world, createPacer(world))).outcome;
}

const CASES: readonly (readonly [path: string, outcome: object])[] = [
  ['/ok', {kind: 'living'}],
  ['/gone', {kind: 'gone', said: 'answered 404'}],
  ['/slow', {kind: 'slow'}],
  ['/slow-words', {kind: 'living'}],
  ['/reset', {kind: 'refused', said: 'ECONNRESET'}],
  ['/garbage', {kind: 'refused'}],
  ['/long-headers', {kind: 'refused', said: 'HPE_HEADER_OVERFLOW'}],
  ['/endless-headers', {kind: 'slow'}],
  ['/flapping', {kind: 'living'}],
  ['/flapping-reset', {kind: 'living'}],
  ['/busy', {kind: 'living'}],
  ['/busy-until', {kind: 'living'}],
  ['/busy-for-long', {kind: 'blocked', said: 'answered 429'}],
  ['/busy-for-ever', {kind: 'blocked', said: 'answered 429'}],
  ['/maintenance', {kind: 'refused', said: 'answered 503'}],
  ['/no-head', {kind: 'living'}],
  ['/no-head-method', {kind: 'living'}],
  ['/no-head-reset', {kind: 'living'}],
  ['/no-head-slow', {kind: 'living'}],
  ['/wall', {kind: 'blocked', said: 'answered 403'}],
  ['/linkedin', {kind: 'blocked', said: 'answered 999'}],
  ['/challenge', {kind: 'blocked', said: 'answered 503'}],
  ['/huge', {kind: 'living'}],
  ['/endless', {kind: 'living'}],
  ['/moved', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-twice', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-then-found', {kind: 'moved', to: expect.stringMatching(/\/found$/)}],
  ['/found', {kind: 'living'}],
  ['/moved-to-gone', {kind: 'gone', said: 'answered 404'}],
  ['/loop', {kind: 'refused', said: 'redirects without end'}],
  ['/circle', {kind: 'refused', said: 'redirects without end'}],
  ['/spiral', {kind: 'refused', said: 'redirects without end'}],
  ['/cookies', {kind: 'blocked', said: 'redirects without end, and asks for cookies'}],
  ['/to-nothing', {kind: 'refused', said: 'redirects to what is no address'}],
];

test.each(CASES)('%s', async (path, outcome) => {
  const server = await startFaults();
  expect(await check(server, server.url(path))).toMatchObject(outcome);
});

test.each(['/to-file', '/to-loopback', '/to-mapped', '/to-metadata', '/to-mail-port', '/to-private-name'])(
  '%s is not followed',
  async (path) => {
    const server = await startFaults();
    expect(await check(server, server.url(path))).toEqual({kind: 'refused', said: 'leads out of the public web'});
    expect(server.log).toEqual([`HEAD ${path}`]);
  },
);

test.each(['private.example', 'mixed.example', 'localhost', '10.0.0.1', '[::1]', '2130706433'])(
  'nothing is sent to %s',
  async (host) => {
    const server = await startFaults();
    expect(await check(server, server.url('/ok', host))).toMatchObject({kind: 'refused'});
    expect(server.log).toEqual([]);
  },
);

test('the machine that was looked at is the one that is asked: a name that changes its mind changes nothing', async () => {
  const server = await startFaults();
  const looked: string[] = [];
  const world: World = {
    ...server.world,
    resolve: async (hostname) => {
      looked.push(hostname);
      return [looked.length === 1 ? '127.0.0.1' : '10.0.0.1'];
    },
  };
  // `/no-head` is asked for twice, by `HEAD` and by `GET`; the system itself knows no such name.
  expect(await check({world}, server.url('/no-head', 'rebind.example'))).toEqual({kind: 'living'});
  expect(looked).toEqual(['rebind.example']);
  expect(server.log).toEqual(['HEAD /no-head', 'GET /no-head']);
});

test('a name that nobody knows is gone, one that cannot be looked up is not, and both are tried again', async () => {
  const server = await startFaults();
  expect(await check(server, server.url('/ok', 'unknown.example'))).toEqual({
    kind: 'gone',
    said: 'no host has this name',
  });
  expect(await check(server, server.url('/ok', 'unsure.example'))).toMatchObject({kind: 'refused'});
  expect(server.sleeps).toHaveLength(4);
});

test('what success there is of `HEAD` is believed, and of failure nothing', async () => {
  const server = await startFaults();
  expect(await check(server, server.url('/head-only'))).toEqual({kind: 'living'});
  await check(server, server.url('/gone'));
  expect(server.log).toEqual(['HEAD /head-only', 'HEAD /gone', 'GET /gone']);
});

test('a page that is gone is asked for once, and a bad moment three times, with longer and longer waits', async () => {
  const server = await startFaults();
  await check(server, server.url('/gone'));
  expect(server.log).toHaveLength(2);
  server.sleeps.length = 0;
  await check(server, server.url('/reset', 'other.example'));
  expect(server.log).toHaveLength(2 + 3 * 2);
  expect(server.sleeps.filter((ms) => ms > 2000)).toEqual([6250, 18_750]);
});

test('`Retry-After` is kept, in seconds and as a date; a longer one than two minutes is not waited for', async () => {
  const server = await startFaults();
  await check(server, server.url('/busy'));
  expect(Math.max(...server.sleeps)).toBe(7000);
  server.sleeps.length = 0;
  await check(server, server.url('/busy-until'));
  expect(server.world.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 23, 5, 0, 30));
  server.sleeps.length = 0;
  await check(server, server.url('/busy-for-long'));
  expect(Math.max(...server.sleeps)).toBeLessThan(10_000);
});

test('of words without end only the beginning is taken', async () => {
  const server = await startFaults();
  const started = performance.now();
  await check(server, server.url('/endless'));
  expect(performance.now() - started).toBeLessThan(2000);
  // What the system had in its buffers when the connection was cut.
  expect(server.sent()).toBeLessThan(16 * 1024 * 1024);
});

const {trusted, stranger, expired} = TEST_CERTIFICATES;

test.each([
  {name: 'a sound certificate', tls: trusted, host: 'trusted.example', outcome: {kind: 'living'}},
  {name: 'one for another host', tls: trusted, host: 'other.example', outcome: {kind: 'certificate'}},
  {name: 'one that nobody signed', tls: stranger, host: 'stranger.example', outcome: {kind: 'certificate'}},
  {name: 'an old one', tls: expired, ca: expired.cert, host: 'expired.example', outcome: {kind: 'certificate'}},
])('$name', async ({tls, ca = trusted.cert, host, outcome}) => {
  const server = await startFaults({tls, ca});
  expect(await check(server, server.url('/ok', host))).toMatchObject(outcome);
});

test('linkinator, the second witness, agrees on what lives and what does not', async () => {
  const server = await startFaults();
  const paths = [
    '/ok',
    '/gone',
    '/moved',
    '/found',
    '/no-head',
    '/no-head-method',
    '/moved-to-gone',
    '/loop',
    '/reset',
  ];
  const at = (path: string) => server.url(path, '127.0.0.1');
  const html = paths.map((path) => `<a href="${at(path)}">${path}</a>`).join(' ');
  server.faults['/links'] = (_request, response) =>
    response.writeHead(200, {'content-type': 'text/html'}).end(`<!doctype html><title>Links</title>${html}`);
  const {links} = await new LinkChecker().check({path: at('/links'), concurrency: 5});
  const theirs = new Map(links.map(({url, state}) => [new URL(url).pathname, state === 'OK']));
  const world: World = {...server.world, isAllowedUrl: () => true};
  for (const path of paths) {
    const {kind} = await check({world}, at(path));
    expect({path, lives: kind === 'living' || kind === 'moved'}).toEqual({path, lives: theirs.get(path)});
  }
});
