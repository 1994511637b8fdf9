import {expect, test, vi} from 'vitest';
import {checkAddresses} from '../../../../../src/features/outside-links/requests/check-addresses.ts';
import type {Network} from '../../../../../src/features/outside-links/requests/polite-dispatcher.ts';
import {type FaultServer, startFaults} from '../../../support/network/fault-server.ts';
import {textIn} from '../../../support/run-command.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';

async function check({network}: Pick<FaultServer, 'network'>, address: string) {
  return (await checkAddresses([address], network)).get(address);
}

const NOT_PUBLIC = {kind: 'refused', said: 'is not on the public web'};

/** Each path is asked for on a host of its own. */
const CASES: readonly (readonly [path: string, outcome: object | undefined])[] = [
  ['/ok', {kind: 'living'}],
  ['/gone', {kind: 'gone', said: 'answered 404'}],
  ['/slow', {kind: 'slow'}],
  ['/slow-words', {kind: 'living'}],
  ['/reset', {kind: 'refused', said: 'UND_ERR_SOCKET'}],
  ['/garbage', {kind: 'refused'}],
  ['/upgrade', {kind: 'refused', said: 'UND_ERR_SOCKET'}],
  ['/closed', {kind: 'refused'}],
  ['/long-headers', {kind: 'refused', said: 'UND_ERR_HEADERS_OVERFLOW'}],
  ['/endless-headers', {kind: 'slow'}],
  ['/flapping', {kind: 'living'}],
  ['/flapping-reset', {kind: 'living'}],
  ['/busy', {kind: 'living'}],
  ['/busy-until', {kind: 'living'}],
  ['/busy-for-long', undefined],
  ['/busy-for-ever', {kind: 'blocked', said: 'answered 429'}],
  ['/maintenance', undefined],
  ['/wall', {kind: 'blocked', said: 'answered 403'}],
  ['/linkedin', {kind: 'blocked', said: 'answered 999'}],
  ['/huge', {kind: 'living'}],
  ['/moved', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-to-umlaut', {kind: 'moved', to: expect.stringMatching(/\/gr%C3%B6%C3%9Fe$/)}],
  ['/moved-twice', {kind: 'moved', to: expect.stringMatching(/\/ok$/)}],
  ['/moved-then-found', {kind: 'moved', to: expect.stringMatching(/\/found$/)}],
  ['/found', {kind: 'living'}],
  ['/moved-to-gone', {kind: 'gone', said: 'answered 404'}],
  ['/loop', {kind: 'blocked', said: 'redirects to nowhere'}],
  ['/circle', {kind: 'blocked', said: 'redirects to nowhere'}],
  ['/spiral', {kind: 'blocked', said: 'redirects to nowhere'}],
  ['/to-nothing', {kind: 'refused'}],
  ['/to-file', {kind: 'refused', said: 'URL scheme must be a HTTP(S) scheme'}],
  ['/to-mail-port', {kind: 'refused', said: 'bad port'}],
  ['/to-other-port', NOT_PUBLIC],
  ['/to-loopback', NOT_PUBLIC],
  ['/to-mapped', NOT_PUBLIC],
  ['/to-metadata', NOT_PUBLIC],
  ['/to-private-name', NOT_PUBLIC],
];

/** Private addresses in each of their forms, and names that lead nowhere. */
const HOSTS: readonly (readonly [host: string, outcome: object])[] = [
  ...['private.example', 'mixed.example', 'localhost', '10.0.0.1', '[::1]', '2130706433'].map(
    (host) => [host, NOT_PUBLIC] as const,
  ),
  ['unknown.example', {kind: 'gone', said: 'its domain name does not exist'}],
  ['unsure.example', {kind: 'refused'}],
];

test('each answer, and each redirect, is what it should be, and nothing is sent to private addresses', async () => {
  const server = await startFaults();
  const expected = [
    ...CASES.map(([path, outcome]) => [server.url(path, `${path.slice(1)}.example`), outcome] as const),
    ...HOSTS.map(([host, outcome]) => [server.url('/ok', host), outcome] as const),
  ];
  const addresses = expected.map(([address]) => address);
  // What one host makes the check wait must not use up the time of the others.
  const outcomes = await checkAddresses(addresses, {...server.network, now: () => 0});
  expect(addresses.map((address) => [address, outcomes.get(new URL(address).href)])).toEqual(
    expected.map(([address, outcome]) => [address, outcome && expect.objectContaining(outcome)]),
  );
  expect(server.log.filter((asked) => HOSTS.some(([host]) => asked.startsWith(host)))).toEqual([]);
});

test('nothing goes through a proxy, which would resolve names itself', async () => {
  const server = await startFaults();
  vi.stubEnv('HTTP_PROXY', server.url('', '127.0.0.1'));
  expect(await check(server, server.url('/ok'))).toEqual({kind: 'living'});
  vi.unstubAllEnvs();
});

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
  // The first answer closes the connection, so the redirect needs a second one.
  server.faults['/found'] = (_request, response) =>
    response.writeHead(302, {location: '/ok', connection: 'close'}).end();
  expect(await check({network}, server.url('/found', 'rebind.example'))).toEqual(NOT_PUBLIC);
  expect(new Set(server.log)).toEqual(new Set(['rebind.example/found']));
});

test('a page that is gone is requested twice, and one that fails four times, with a pause before each', async () => {
  const server = await startFaults();
  await checkAddresses([server.url('/gone', 'gone.example'), server.url('/reset', 'reset.example')], server.network);
  expect(server.log.filter((request) => request === 'gone.example/gone')).toHaveLength(2);
  expect(server.log.filter((request) => request === 'reset.example/reset')).toHaveLength(4);
  expect(server.sleeps).toEqual(Array(6).fill(1000));
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
  {what: 'asks for a longer wait than it has time', wait: '119', requests: 1, waited: 0},
  {what: 'asks for one wait after another', wait: '20', requests: 4, waited: 60_000},
])(
  'a host that $what is given up, and the pages without an answer stay unchecked',
  async ({wait, requests, waited}) => {
    const server = await startFaults();
    const paths = ['/a', '/b', '/c'];
    for (const path of paths) {
      server.faults[path] = (_request, response) => response.writeHead(429, {'retry-after': wait}).end();
    }
    const outcomes = await checkAddresses(
      paths.map((path) => server.url(path)),
      server.network,
    );
    expect([...outcomes]).toEqual([]);
    expect(server.log).toHaveLength(requests);
    expect(server.sleeps.filter((ms) => ms > 1000).reduce((sum, ms) => sum + ms, 0)).toBe(waited);
  },
);

test('a host whose every answer is a slow redirect gets no more time than its share, nor does the run', async () => {
  const server = await startFaults();
  for (let n = 0; n < 20; n++) {
    server.faults[`/hop${n}`] = (_request, response) =>
      response.writeHead(302, {location: server.url(`/hop${n + 1}`)}).end();
  }
  const network = {...server.network, now: () => server.log.length * 19_000};
  const outcomes = await checkAddresses([server.url('/hop0'), server.url('/ok')], network);
  expect(Object.fromEntries(outcomes)).toEqual({[server.url('/ok')]: {kind: 'living'}});
  expect(server.log).toHaveLength(4);
  const hosts = Array.from({length: 60}, (_, n) => server.url('/ok', `host${n}.example`));
  const endless = {...server.network, now: () => server.log.length * 300_000};
  expect((await checkAddresses(hosts, endless)).size).toBeLessThan(40);
});

test('a host without an answer for three pages is not asked for its others', async () => {
  const server = await startFaults();
  const addresses = Array.from({length: 9}, (_, n) => server.url('/reset', 'down.example') + n);
  for (let n = 0; n < 9; n++) server.faults[`/reset${n}`] = ({socket}) => socket.destroy();
  const outcomes = await checkAddresses([...addresses, server.url('/ok', 'up.example')], server.network);
  expect(addresses.map((address) => outcomes.get(address)?.kind)).toEqual(Array(9).fill('refused'));
  expect(outcomes.get(server.url('/ok', 'up.example'))).toEqual({kind: 'living'});
  expect(server.log.filter((asked) => asked.startsWith('down.example'))).toHaveLength(6);
});

test('only the beginning of an endless page is read', async () => {
  const server = await startFaults();
  const started = performance.now();
  await check(server, server.url('/huge'));
  expect(performance.now() - started).toBeLessThan(2000);
  // What the system had in its buffers when the connection was cut.
  expect(server.sent()).toBeLessThan(16 * 1024 * 1024);
});

const [trusted = '', stranger = '', expired = ''] = ['trusted', 'stranger', 'expired'].map((name) =>
  textIn(ROOT, `tests/engine/fixtures/certificates/${name}.pem`),
);

test('a certificate is sound, for this host, signed and in time', async () => {
  const sound = await startFaults({tls: trusted, ca: trusted + expired});
  const unsigned = await startFaults({tls: stranger});
  const old = await startFaults({tls: expired});
  const isAllowedUrl = (url: URL) => [sound, unsigned, old].some(({network}) => network.isAllowedUrl(url));
  const addresses = [
    sound.url('/ok', 'trusted.example'),
    sound.url('/ok', 'other.example'),
    unsigned.url('/ok', 'stranger.example'),
    old.url('/ok', 'expired.example'),
  ];
  const outcomes = await checkAddresses(addresses, {...sound.network, isAllowedUrl});
  const kinds = addresses.map((address) => outcomes.get(address)?.kind);
  expect(kinds).toEqual(['living', 'certificate', 'certificate', 'certificate']);
});
