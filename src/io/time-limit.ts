import vm from 'node:vm';

/** What a rule for the whole toolkit may take: many times what the largest toolkits need. */
const MAX_SECONDS = 60;

/** The work that runs now, for the script below. */
const place = globalThis as unknown as {limitedWork?: (() => unknown) | undefined};
const script = new vm.Script('limitedWork()');

/** Runs work that does not wait for anything; returns `undefined` where it takes too long, and is stopped. */
export function withinTime<Result>(work: () => Result, seconds = MAX_SECONDS): Result | undefined {
  place.limitedWork = work;
  try {
    return script.runInThisContext({timeout: seconds * 1000}) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    place.limitedWork = undefined;
  }
}
