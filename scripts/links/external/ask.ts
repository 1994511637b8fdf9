import type {LookupAddress} from 'node:dns';
import {lookup} from 'node:dns/promises';
import {type IncomingMessage, request as requestHttp} from 'node:http';
import {request as requestHttps} from 'node:https';
import {setTimeout} from 'node:timers/promises';
import type {LastAnswer, LinkFailure} from '../../../src/links/external/classify-answer.ts';
import {isPublicIp, isPublicUrl} from '../../../src/model/link-ledger/public-host.ts';

/** How the check reaches other sites; tests use a server on their own machine. */
export interface Network {
  userAgent: string;
  /** Milliseconds until an answer must be complete. */
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

/** Why there is no answer. */
export class AskError extends Error {
  override name = 'AskError';
  readonly kind: LinkFailure['kind'] | 'blocked';
  /** Whether a second request may succeed. */
  readonly mayPass: boolean;

  constructor(kind: AskError['kind'], message: string, mayPass = kind !== 'certificate' && kind !== 'blocked') {
    super(message);
    this.kind = kind;
    this.mayPass = mayPass;
  }
}

const NOT_PUBLIC = new AskError('refused', 'is not on the public web', false);

/** Only the beginning of an answer is read. */
const LONGEST_START = 16_384;
/** The default of 250 ms for each IP address of a host is too short for distant servers. */
const CONNECTING = {autoSelectFamilyAttemptTimeout: 3000};

const LARGEST_HEADERS = 64 * 1024;

/**
 * Requests one address, without following redirects. The connection goes to the IP addresses that were checked, so a
 * name cannot change its meaning between the check and the request.
 *
 * @throws {AskError} where there is no answer.
 */
export async function ask(url: URL, network: Network): Promise<LastAnswer> {
  if (!network.isAllowedUrl(url)) throw NOT_PUBLIC;
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    agent: false,
    signal: AbortSignal.timeout(network.timeout),
    ...CONNECTING,
    // Browsers accept large and malformed headers; no other request uses this connection.
    maxHeaderSize: LARGEST_HEADERS,
    insecureHTTPParser: true,
    ...(network.ca !== undefined && {ca: network.ca}),
    lookup: (hostname, _options, done) => {
      network.resolve(hostname).then(
        (ips) => {
          const isAllowed = ips.length > 0 && ips.every(({address}) => network.isAllowedIp(address));
          done(isAllowed ? null : NOT_PUBLIC, ips);
        },
        (error) => done(error, []),
      );
    },
    headers: {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en-GB,en;q=0.9',
      'user-agent': network.userAgent,
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
    // Node reports neither of these as an error.
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new AskError('refused', 'answered 101'));
    });
    request.on('close', () => reject(new AskError('refused', 'closed the connection')));
  });
  request.end();
  const response = await answered.catch((error) => {
    throw explain(error);
  });
  const start = await readStart(response);
  request.destroy();
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {status: response.statusCode ?? 0, headers: Object.fromEntries(headers), start};
}

async function readStart(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response) {
      parts.push(part);
      length += part.length;
      if (length >= LONGEST_START) break;
    }
  } catch {
    // An answer that breaks off is still an answer.
  }
  return Buffer.concat(parts).toString('utf8', 0, LONGEST_START);
}

function explain(error: NodeJS.ErrnoException): AskError {
  if (error instanceof AskError) return error;
  const code = error.code ?? 'no code';
  if (code === 'ENOTFOUND') return new AskError('gone', 'its domain name does not exist');
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT') return new AskError('slow', 'no answer in time');
  // Browsers fetch the intermediate certificate that such a server does not send.
  if (code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') return new AskError('blocked', 'sends an incomplete certificate');
  return new AskError(/CERT|SIGNED|ALTNAME|ISSUER/.test(code) ? 'certificate' : 'refused', code);
}
