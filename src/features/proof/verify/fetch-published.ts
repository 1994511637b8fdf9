import {setTimeout as wait} from 'node:timers/promises';
import {ExitError} from '../../../io/cli/exit-error.ts';

/** Before the second and the third attempt, in milliseconds. */
const WAITS = [200, 1500];

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 30_000;

/**
 * Reads a file of a site. Only the answers 404 and 410 say that a site does not have it: a fault of the network, or of a
 * server that is busy, says nothing about what was published.
 *
 * @returns the text; `undefined` where the site does not have the file.
 * @throws {ExitError} where it could not be read, after three attempts.
 */
export async function fetchPublished(url: string): Promise<string | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask(url, attempt);
    if ('text' in answer) return answer.text;
    const pause = WAITS[attempt];
    if (!answer.mayPass || pause === undefined) {
      throw new ExitError(
        `${url} could not be read (${answer.fault}), expected a file of a toolkit`,
        'Check the address, and try again later. This says nothing about what was published.',
      );
    }
    await wait(pause);
  }
}

type Answer = {text: string | undefined} | {fault: string; mayPass: boolean};

async function ask(url: string, attempt: number): Promise<Answer> {
  try {
    // A connection that was kept may have ended meanwhile, so only the first attempt uses one.
    const headers: HeadersInit = attempt === 0 ? {} : {connection: 'close'};
    const answer = await fetch(url, {headers, signal: AbortSignal.timeout(TIMEOUT)});
    const text = await answer.text();
    const {status} = answer;
    if (status === 404 || status === 410) return {text: undefined};
    if (!answer.ok) return {fault: `it answered ${status}`, mayPass: status === 429 || status >= 500};
    // Such as the page of a login: no file of the records is one.
    const isPage = answer.headers.get('content-type')?.includes('html');
    return isPage ? {fault: 'it answered a web page', mayPass: false} : {text};
  } catch (error) {
    const {cause, message} = error as Error;
    return {fault: String(cause ?? message), mayPass: true};
  }
}
