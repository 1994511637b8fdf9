import {LinkChecker} from 'linkinator';
import {expect, test} from 'vitest';
import type {Network} from '../../../../../scripts/links/external/ask.ts';
import {checkAddresses} from '../../../../../scripts/links/external/check-addresses.ts';
import {type FaultServer, startFaults} from '../../../support/network/fault-server.ts';
import {TEST_CERTIFICATES} from '../../../support/network/test-certificates.ts';

async function check({network}: Pick<FaultServer, 'network'>, address: string) {
  return (await checkAddresses([address], network)).get(address);
}

const CASES: readonly (readonly [path: string, outcome: object])[] = [
  ['/ok', {kind: 'living'}],
  ['/gone', {kind: 'gone', said: 'answered 404'}],
  ['/slow', {kind: 'slow'}],
  ['/slow-words', {kind: 'living'}],
  ['/reset', {kind: 'refused', said: 'ECONNRESET'}],
  ['/garbage', {kind: 'refused'}],
  ['/upgrade', {kind: 'refused', said: 'answered 101'}],
  ['/closed', {kind: 'refused'}],
  ['/long-headers', {kind: 'refused', said: 'HPE_HEADER_OVERFLOW'}],
  ['/endless-headers', {kind: 'slow'}],
  ['/flapping', {kind: 'living'}],
  ['/flapping-reset', {kind: 'living'}],
  ['/busy', {kind: 'living'}],
  ['/busy-until', {kind: 'living'}],
  ['/busy-for-long', {kind: 'blocked', said: 'answered 429'}],
  ['/busy-for-ever', {kind: 'blocked', said: 'answered 429'}],
  ['/maintenance', {kind: 'refused', said: 'answered 503'}],
  ['/wall', {kind: 'blocked', said: 'answered 403'}],
  ['/linkedin', {kind: 'blocked', said: 'answered 999'}],
  ['/challenge', {kind: 'blocked', said: 'answered 503'}],
  ['/huge', {kind: 'living'}],
  ['/moved', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-twice', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-then-found', {kind: 'moved', to: expect.stringMatching(/\/found$/)}],
  ['/found', {kind: 'living'}],
  ['/moved-to-gone', {kind: 'gone', said: 'answered 404'}],
  ['/loop', {kind: 'refused', said: 'redirects without end'}],
  ['/circle', {kind: 'refused', said: 'redirects without end'}],
  ['/spiral', {kind: 'refused', said: 'redirects without end'}],
  ['/cookies', {kind: 'blocked', said: 'redirects without end'}],
  ['/to-nothing', {kind: 'refused', said: 'redirects to an invalid address'}],
];

test.each(CASES)('%s', async (path, outcome) => {
  const server = await startFaults();
  expect(await check(server, server.url(path))).toMatchObject(outcome);
});

test.each(['/to-file', '/to-loopback', '/to-mapped', '/to-metadata', '/to-mail-port', '/to-private-name'])(
  '%s is not followed',
  async (path) => {
    const server = await startFaults();
    expect(await check(server, server.url(path))).toEqual({kind: 'refused', said: 'is not on the public web'});
    expect(server.log).toEqual([`fault.example${path}`]);
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

test('each request is sent only to IP addresses that were checked for it', async () => {
  const server = await startFaults();
  let lookups = 0;
  const network: Network = {
    ...server.network,
    resolve: async () => {
      lookups += 1;
      return [{address: lookups === 1 ? '127.0.0.1' : '10.0.0.1', family: 4}];
    },
  };
  expect(await check({network}, server.url('/found', 'rebind.example'))).toEqual({
    kind: 'refused',
    said: 'is not on the public web',
  });
  expect(server.log).toEqual(['rebind.example/found']);
});

test('an unknown name is gone, one that cannot be looked up is not, and both are tried again', async () => {
  const server = await startFaults();
  const unknown = await check(server, server.url('/ok', 'unknown.example'));
  expect(unknown).toEqual({kind: 'gone', said: 'its domain name does not exist'});
  expect(await check(server, server.url('/ok', 'unsure.example'))).toMatchObject({kind: 'refused'});
  expect(server.sleeps.filter((ms) => ms > 1000)).toEqual([5000, 5000]);
});

test('a page that is gone is requested once, and one that fails twice', async () => {
  const server = await startFaults();
  await check(server, server.url('/gone'));
  await check(server, server.url('/reset'));
  expect(server.log).toEqual(['fault.example/gone', 'fault.example/reset', 'fault.example/reset']);
  expect(server.sleeps).toEqual([1000, 1000, 5000, 1000]);
});

test('`Retry-After` is kept, in seconds and as a date', async () => {
  const server = await startFaults();
  await check(server, server.url('/busy'));
  expect(Math.max(...server.sleeps)).toBe(7000);
  await check(server, server.url('/busy-until'));
  expect(Math.max(...server.sleeps)).toBeGreaterThan(15_000);
  expect(Math.max(...server.sleeps)).toBeLessThanOrEqual(20_000);
});

test.each([
  {what: 'asks for a longer wait', wait: '119', requests: 1, waited: 0},
  {what: 'asks for one wait after another', wait: '20', requests: 2, waited: 20_000},
])('a host that $what is given up, and its other pages stay unchecked', async ({wait, requests, waited}) => {
  const server = await startFaults();
  const paths = ['/a', '/b', '/c'];
  for (const path of paths) {
    server.faults[path] = (_request, response) => response.writeHead(429, {'retry-after': wait}).end();
  }
  const outcomes = await checkAddresses(
    paths.map((path) => server.url(path)),
    server.network,
  );
  expect([...outcomes]).toEqual([[server.url('/a'), {kind: 'blocked', said: 'answered 429'}]]);
  expect(server.log).toHaveLength(requests);
  expect(server.sleeps.filter((ms) => ms > 1000).reduce((sum, ms) => sum + ms, 0)).toBe(waited);
});

test('waits for one host stay below 30 seconds in total, however many of its pages are busy once', async () => {
  const server = await startFaults();
  const paths = ['/a', '/b', '/c', '/d'];
  for (const path of paths) {
    server.faults[path] = (_request, response, times) =>
      times === 1 ? response.writeHead(503, {'retry-after': '14'}).end() : response.writeHead(200).end();
  }
  await checkAddresses(
    paths.map((path) => server.url(path)),
    server.network,
  );
  expect(server.sleeps.filter((ms) => ms > 1000)).toEqual([14_000, 14_000]);
  expect(server.log).not.toContain('fault.example/d');
});

test('a host whose every answer is a slow redirect gets no more time than its share, nor does the run', async () => {
  const server = await startFaults();
  for (let n = 0; n < 20; n++) {
    server.faults[`/hop${n}`] = (_request, response) =>
      response.writeHead(302, {location: server.url(`/hop${n + 1}`)}).end();
  }
  const network = {...server.network, now: () => server.log.length * 19_000};
  const outcomes = await checkAddresses([server.url('/hop0'), server.url('/ok')], network);
  expect(Object.fromEntries(outcomes)).toEqual({[server.url('/hop0')]: {kind: 'slow', said: 'no answer in time'}});
  expect(server.log).toHaveLength(4);
  const hosts = Array.from({length: 30}, (_, n) => server.url('/ok', `host${n}.example`));
  const endless = {...server.network, now: () => server.log.length * 300_000};
  expect((await checkAddresses(hosts, endless)).size).toBeLessThan(20);
});

test('a host without an answer for three pages is not asked for its others', async () => {
  const server = await startFaults();
  const addresses = Array.from({length: 9}, (_, n) => server.url('/reset', 'down.example') + n);
  for (let n = 0; n < 9; n++) server.faults[`/reset${n}`] = ({socket}) => socket.destroy();
  const outcomes = await checkAddresses([...addresses, server.url('/ok', 'up.example')], server.network);
  expect(addresses.map((address) => outcomes.get(address)?.kind)).toEqual(Array(9).fill('refused'));
  expect(outcomes.get(server.url('/ok', 'up.example'))).toEqual({kind: 'living'});
  expect(server.log.filter((asked) => asked.startsWith('down.example'))).toHaveLength(3 * 2);
});

test('only the beginning of an endless page is read', async () => {
  const server = await startFaults();
  const started = performance.now();
  await check(server, server.url('/huge'));
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
  const paths = ['/ok', '/gone', '/moved', '/found', '/moved-to-gone', '/loop', '/reset'];
  const at = (path: string) => server.url(path, '127.0.0.1');
  const html = paths.map((path) => `<a href="${at(path)}">${path}</a>`).join(' ');
  server.faults['/links'] = (_request, response) =>
    response.writeHead(200, {'content-type': 'text/html'}).end(`<!doctype html><title>Links</title>${html}`);
  const {links} = await new LinkChecker().check({path: at('/links'), concurrency: 5});
  const theirs = new Map(links.map(({url, state}) => [new URL(url).pathname, state === 'OK']));
  for (const path of paths) {
    const {kind} = (await check(server, server.url(path))) ?? {kind: undefined};
    expect({path, lives: kind === 'living' || kind === 'moved'}).toEqual({path, lives: theirs.get(path)});
  }
});
