import type {ClientRequest, IncomingMessage} from 'node:http';
import {request as askHttp} from 'node:http';
import {request as askHttps} from 'node:https';
import {isIP} from 'node:net';
import type {Question} from '../../../src/content/link-check/world.ts';
import {AskError} from '../../../src/content/link-check/world.ts';
import type {LastAnswer} from '../../../src/content/link-ledger/link-outcome.ts';

/** How patient a request is, and whom it trusts. */
export interface Manners {
  userAgent: string;
  /** Milliseconds until the answer must have begun. */
  patience?: number;
  /** Authorities to trust in the place of the usual ones, for tests. */
  ca?: string;
}

const PATIENCE = 20_000;

/** The words of an answer are read until one of these is reached; only how they begin is of use. */
const LONGEST_START = 16_384;
const START_PATIENCE = 3000;

const LARGEST_HEADERS = 64 * 1024;

/**
 * Asks one machine, and no other than the one at the IP address: its name is not looked up a second time, so it cannot
 * come to mean another machine meanwhile. The connection is cut once the answer and the beginning of its words are
 * there, however much more there is.
 *
 * @throws {AskError} where no answer came.
 */
export function askAt({method, url, ip}: Question, manners: Manners): Promise<LastAnswer> {
  const patience = manners.patience ?? PATIENCE;
  const family = isIP(ip);
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? askHttps : askHttp;
    const request = ask(url, {
      method,
      agent: false,
      // Browsers open pages with large and with odd headers; a connection of its own cannot be led astray by them.
      maxHeaderSize: LARGEST_HEADERS,
      insecureHTTPParser: true,
      ...(manners.ca !== undefined && {ca: manners.ca}),
      lookup: (_hostname, {all}, done) => (all ? done(null, [{address: ip, family}]) : done(null, ip, family)),
      headers: {
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-language': 'en-GB,en;q=0.9',
        'user-agent': manners.userAgent,
      },
    });
    const timer = setTimeout(() => {
      request.destroy(new AskError('slow', `no answer in ${Math.round(patience / 1000)} seconds`));
    }, patience);
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(explain(error));
    });
    request.on('response', (response) => {
      clearTimeout(timer);
      readStart(request, response).then((start) => {
        const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({status: response.statusCode ?? 0, headers: Object.fromEntries(headers), start});
      });
    });
    request.end();
  });
}

/** How the words begin; that the rest never comes, or the connection breaks, takes nothing from the answer. */
function readStart(request: ClientRequest, response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const end = () => {
      clearTimeout(timer);
      request.destroy();
      resolve(Buffer.concat(parts).toString('utf8', 0, LONGEST_START));
    };
    const timer = setTimeout(end, START_PATIENCE);
    response.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length >= LONGEST_START) end();
    });
    response.on('end', end);
    response.on('error', end);
    response.on('close', end);
  });
}

/** Browsers fetch the certificate that such a server forgets to send, and open the page. */
const INCOMPLETE_CHAIN = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';

function explain(error: NodeJS.ErrnoException): AskError {
  if (error instanceof AskError) return error;
  const code = error.code ?? 'no code';
  if (code === INCOMPLETE_CHAIN) return new AskError('blocked', 'sends half of its certificate');
  if (/CERT|SIGNED|ALTNAME|ISSUER/.test(code)) return new AskError('certificate', code);
  if (code === 'ETIMEDOUT') return new AskError('slow', code);
  return new AskError('refused', code);
}
