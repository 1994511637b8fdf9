import type {LookupAddress} from 'node:dns';
import {lookup} from 'node:dns/promises';
import {setTimeout} from 'node:timers/promises';
import {Agent, type Dispatcher} from 'undici';
import {type Answer, type Answers, type LinkFailure, requestKey} from '../../../src/links/external/classify-answer.ts';
import {isPublicIp, isPublicUrl} from '../../../src/model/link-ledger/public-host.ts';

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
  };
}

/** Milliseconds before every request to a host. */
const GAP = 1000;

/** After this many requests in a row without an answer (three pages), the other pages of a host count as failed too. */
const ENOUGH_FAILURES = 6;

/** Milliseconds: the shortest wait of a busy host, and all its waits together, whatever it asks for. */
const SHORTEST_WAIT = 5000;
const LONGEST_WAIT = 30_000;

/** Milliseconds for one host with every wait and retry: some in any case, and more for each address. */
const FOR_HOST = 60_000;
const FOR_ADDRESS = 5000;

/** Milliseconds for the whole run: the next one checks the addresses that are left. */
const FOR_RUN = 40 * 60_000;

const NOT_PUBLIC: LinkFailure = {kind: 'refused', said: 'is not on the public web'};

/**
 * Sends requests to public addresses only, to each host one at a time and within limits, and notes what each led to. The
 * connection goes to the IP addresses that were checked: a name cannot change its meaning between check and request.
 */
export function politeDispatcher(
  network: Network,
  addresses: readonly string[],
): {dispatcher: Dispatcher; answers: Answers} {
  const answers = new Map<string, Answer | LinkFailure | 'postponed'>();
  const endOfRun = network.now() + FOR_RUN;
  const sizes = new Map([...Map.groupBy(addresses, hostOf)].map(([host, {length}]) => [host, length]));
  const startHost = (name: string) => {
    const time = FOR_HOST + FOR_ADDRESS * (sizes.get(name) ?? 0);
    const end = Math.min(endOfRun, network.now() + time);
    return {free: Promise.resolve(), end, wait: 0, patience: LONGEST_WAIT, failures: 0};
  };
  const hosts = new Map<string, ReturnType<typeof startHost>>();

  const send = async (dispatch: Dispatcher.Dispatch, ...[options, handler]: Parameters<Dispatcher.Dispatch>) => {
    const url = new URL(`${options.origin}${options.path}`);
    const key = requestKey(url);
    const host = hosts.get(url.host) ?? startHost(url.host);
    hosts.set(url.host, host);
    const turn = Promise.withResolvers<void>();
    const {free} = host;
    host.free = turn.promise;
    await free;

    const refuse = (reason: LinkFailure | 'postponed') => {
      if (reason !== 'postponed' || !answers.has(key)) answers.set(key, reason);
      turn.resolve();
      handler.onResponseError?.(null as never, new Error('not sent'));
    };
    if (!network.isAllowedUrl(url)) return refuse(NOT_PUBLIC);
    if (host.failures >= ENOUGH_FAILURES) return refuse({kind: 'refused', said: 'its host does not answer'});
    if (host.patience >= 0) await network.sleep(Math.max(GAP, host.wait));
    if (host.patience < 0 || network.now() >= host.end) return refuse('postponed');
    host.wait = 0;
    let isAnswered = false;
    dispatch(options, {
      onRequestStart: (...rest) => handler.onRequestStart?.(...rest),
      onResponseStart(controller, status, headers, text) {
        // Hints come before the answer.
        if (status >= 200) {
          isAnswered = true;
          answers.set(key, {status, headers});
          host.failures = 0;
          const asked = headers['retry-after'];
          if (status === 429 || (status === 503 && asked !== undefined)) {
            host.wait = Math.max(SHORTEST_WAIT, readRetryAfter(String(asked ?? '')));
            host.patience -= host.wait;
          }
          turn.resolve();
        }
        handler.onResponseStart?.(controller, status, headers, text);
      },
      onResponseData: (...rest) => handler.onResponseData?.(...rest),
      onResponseEnd: (...rest) => handler.onResponseEnd?.(...rest),
      onResponseError(controller, error) {
        if (!isAnswered) {
          answers.set(key, explain(error));
          host.failures += 1;
          turn.resolve();
        }
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
            done(isAllowed ? null : Object.assign(new Error(NOT_PUBLIC.said), {code: 'NOT_PUBLIC'}), ips);
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
  return {dispatcher, answers};
}

function hostOf(address: string): string {
  return new URL(address).host;
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
function readRetryAfter(value: string): number {
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : ms;
}

function explain(error: NodeJS.ErrnoException): LinkFailure {
  const code = error.code ?? 'no code';
  if (code === 'NOT_PUBLIC') return NOT_PUBLIC;
  if (code === 'ENOTFOUND') return {kind: 'gone', said: 'its domain name does not exist'};
  if (/TIMEOUT|TIMEDOUT/.test(code)) return {kind: 'slow', said: 'no answer in time'};
  // Browsers fetch the intermediate certificate that such a server does not send.
  if (code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') return {kind: 'blocked', said: 'sends an incomplete certificate'};
  return {kind: /CERT|SIGNED|ALTNAME|ISSUER/.test(code) ? 'certificate' : 'refused', said: code};
}
