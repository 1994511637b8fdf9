import {setTimeout} from 'node:timers/promises';
import {failedStatus, type GitHub} from './github-client.ts';

/** For requests that must not be done twice: the client does not retry them itself. */
export const NO_RETRIES = {request: {retries: 0}};

/**
 * Sends a request that must not be done twice. It may have succeeded even without a good answer, so before a second
 * attempt it looks for the result.
 *
 * @param send sends the request, with `NO_RETRIES`
 * @param find returns the result if it exists already
 */
export async function retryIdempotent<T>(
  github: GitHub,
  send: () => Promise<T>,
  find: () => Promise<T | undefined>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if ((failedStatus(error) ?? 0) < 500) throw error;
    await setTimeout(github.pace.second);
    return (await find()) ?? send();
  }
}
