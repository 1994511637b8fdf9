import type {LookupAddress} from 'node:dns';
import {lookup} from 'node:dns/promises';
import {setTimeout} from 'node:timers/promises';
import {Agent, type Dispatcher} from 'undici';
import {ledgerAddress} from '../../../content/link-ledger/link-ledger.ts';
import {isPublicIp, isPublicUrl} from '../../../content/link-ledger/public-host.ts';
import {HOST_DOWN, NOT_PUBLIC, POSTPONED} from '../classify-answer.ts';

/** How the check reaches other sites; tests use a server on their own machine. */
export interface Network {
  userAgent: string;
  /** Milliseconds until an answer must have begun. */
  timeout: number;
  resolve(hostname: string): Promise<LookupAddress[]>;
  isAllowedUrl(url: URL): boolean;
  isAllowedIp(ip: string): boolean;
  sleep(ms: number): Promise<unknown>;
  /** Milliseconds on a clock that nobody sets. */
  now(): number;
  /** The service that finds archived copies: https://archive.org/help/wayback_api.php */
  archive: string;
  /** Where GOV.UK is, whose content API says when a page changed and why: https://content-api.publishing.service.gov.uk */
  govUk: string;
  ca?: string;
}

/** The internet; the address of the site that asks is in the server logs of the sites it checks. */
export function internet(home: string): Network {
  return {
    userAgent: `Mozilla/5.0 (compatible; good-practice-toolkit link check; +${home})`,
    timeout: 20_000,
    resolve: (hostname) => lookup(hostname, {all: true}),
    isAllowedUrl: isPublicUrl,
    isAllowedIp: isPublicIp,
    sleep: setTimeout,
    now: () => performance.now(),
    archive: 'https://archive.org/wayback/available',
    govUk: 'https://www.gov.uk',
  };
}

/** Milliseconds before every request to a host. */
const GAP = 1000;

/** After this many requests in a row without an answer (three pages), the other pages of a host count as failed too. */
const ENOUGH_FAILURES = 6;

/** Milliseconds: the shortest wait of a busy host. */
const MIN_WAIT = 5000;

/** Milliseconds for one host with every wait and retry: some in any case, and more for each address. */
const FOR_HOST = 60_000;
const FOR_ADDRESS = 5000;

/** Milliseconds for the whole run: the next one checks the addresses that are left. */
const FOR_RUN = 40 * 60_000;

/**
 * Sends requests to public addresses only, to each host one at a time and within limits, and notes permanent redirects.
 * The connection goes to the IP addresses that were checked: a name cannot change its meaning between check and request.
 */
export function politeDispatcher(
  network: Network,
  addresses: readonly string[],
): {dispatcher: Dispatcher; movedTo(address: string): string | undefined} {
  const moves = new Map<string, string>();
  const endOfRun = network.now() + FOR_RUN;
  const sizes = Map.groupBy(addresses, (address) => new URL(address).host);
  const startHost = (name: string) => {
    const end = network.now() + FOR_HOST + FOR_ADDRESS * (sizes.get(name)?.length ?? 0);
    return {free: Promise.resolve(), end: Math.min(endOfRun, end), wait: GAP, failures: 0};
  };
  const hosts = new Map<string, ReturnType<typeof startHost>>();

  const send = async (dispatch: Dispatcher.Dispatch, ...[options, handler]: Parameters<Dispatcher.Dispatch>) => {
    const url = new URL(`${options.origin}${options.path}`);
    const host = hosts.get(url.host) ?? startHost(url.host);
    hosts.set(url.host, host);
    const turn = Promise.withResolvers<void>();
    const {free} = host;
    host.free = turn.promise;
    await free;

    const refuse = (code: string) => {
      turn.resolve();
      handler.onResponseError?.(null as never, errorOf(code));
    };
    if (!network.isAllowedUrl(url)) return refuse(NOT_PUBLIC);
    if (host.failures >= ENOUGH_FAILURES) return refuse(HOST_DOWN);
    if (network.now() + host.wait >= host.end) return refuse(POSTPONED);
    await network.sleep(host.wait);
    host.wait = GAP;
    dispatch(options, {
      onRequestStart: (...rest) => handler.onRequestStart?.(...rest),
      onResponseStart(controller, status, headers, text) {
        // Hints come before the answer.
        if (status >= 200) {
          host.failures = 0;
          const {location, 'retry-after': asked} = headers;
          if (status === 429 || asked !== undefined) {
            host.wait = Math.max(MIN_WAIT, readRetryAfter(String(asked ?? '')));
          }
          if ((status === 301 || status === 308) && typeof location === 'string') {
            // As fetch reads it: servers send the bytes of UTF-8.
            const target = URL.parse(Buffer.from(location, 'latin1').toString(), url);
            moves.set(url.href, ledgerAddress(target?.href ?? '') ?? '');
          }
          turn.resolve();
        }
        handler.onResponseStart?.(controller, status, headers, text);
      },
      onResponseData: (...rest) => handler.onResponseData?.(...rest),
      onResponseEnd: (...rest) => handler.onResponseEnd?.(...rest),
      onResponseError(controller, error) {
        host.failures += 1;
        turn.resolve();
        handler.onResponseError?.(controller, error);
      },
    });
  };

  const agent = new Agent({
    allowH2: false,
    maxHeaderSize: 64 * 1024,
    headersTimeout: network.timeout,
    bodyTimeout: network.timeout,
    connect: {
      timeout: network.timeout,
      // The default of 250 ms for each IP address of a host is too short for distant servers.
      autoSelectFamilyAttemptTimeout: 3000,
      ...(network.ca !== undefined && {ca: network.ca}),
      lookup: (hostname, _options, done) => {
        network.resolve(hostname).then(
          (ips) => {
            const isAllowed = ips.length > 0 && ips.every(({address}) => network.isAllowedIp(address));
            done(isAllowed ? null : errorOf(NOT_PUBLIC), ips);
          },
          (error) => done(error, []),
        );
      },
    },
  });
  const dispatcher = agent.compose(
    (dispatch): Dispatcher.Dispatch =>
      (options, handler) => {
        void send(dispatch, options, handler);
        return true;
      },
  );
  /** The last of the permanent redirects from an address; a server may have sent a circle of them once. */
  const movedTo = (address: string, seen: readonly string[] = []): string | undefined => {
    const next = moves.get(address) || undefined;
    return next === undefined || seen.includes(next) ? seen.at(-1) : movedTo(next, [...seen, next]);
  };
  return {dispatcher, movedTo};
}

const errorOf = (code: string) => Object.assign(new Error('not sent'), {code});

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
function readRetryAfter(value: string): number {
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : ms;
}
