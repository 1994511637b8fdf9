import {setTimeout} from 'node:timers/promises';
import type {GitHub} from './github-client.ts';
import {failedStatus} from './github-client.ts';

/** Said to GitHub with what must not be done twice: its client then tries nothing again by itself. */
export const NO_RETRIES = {request: {retries: 0}};

/**
 * Does on GitHub what must not be done twice. A failed answer, or none, may come after the deed, so the second attempt
 * looks first whether it is done.
 *
 * @param deed asks for it, with `NO_RETRIES`
 * @param find gives what the deed would, where it is done already
 */
export async function doOnce<T>(
  github: GitHub,
  deed: () => Promise<T>,
  find: () => Promise<T | undefined>,
): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    if ((failedStatus(error) ?? 0) < 500) throw error;
    await setTimeout(github.pace.second);
    return (await find()) ?? deed();
  }
}
