import {Octokit} from '@octokit/core';
import {retry} from '@octokit/plugin-retry';
import {throttling} from '@octokit/plugin-throttling';
import type {Io} from './io.ts';
import {ExitError} from './io.ts';

/** GitHub's API, patient: what fails on GitHub's side is tried again, and a wait that it asks for is kept. */
export type GitHub = Octokit;

/** No wait may outlast the job, in seconds. */
const LONGEST_WAIT = 300;
const MOST_WAITS = 2;

/** How long one answer may take, in milliseconds. */
const LONGEST_ANSWER = 30_000;

const PatientOctokit = Octokit.plugin(retry, throttling);

/**
 * Connects to the API that the environment of a workflow names, with the token it holds and no other. An answer that
 * does not come in time counts as a failure on GitHub's side.
 */
export function connectToGitHub(env: NodeJS.ProcessEnv, longestAnswer = LONGEST_ANSWER): GitHub {
  const token = env.GITHUB_TOKEN;
  if (!token) throw new ExitError('`GITHUB_TOKEN` is not set, expected the token of the job', 'Set it in the step.');
  const waits = (seconds: number, _request: object, _octokit: Octokit, retries: number) =>
    seconds <= LONGEST_WAIT && retries < MOST_WAITS;
  const baseUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  return new PatientOctokit({
    auth: token,
    baseUrl,
    userAgent: 'good-practice-toolkit',
    request: {
      fetch: (url: string, options: RequestInit) =>
        fetch(url, {...options, signal: AbortSignal.timeout(longestAnswer)}),
    },
    retry: {retries: 2},
    // Each API is asked at a pace of its own.
    throttle: {id: baseUrl, onRateLimit: waits, onSecondaryRateLimit: waits},
  });
}

/** The status of an answer that GitHub refused or failed with; `undefined` where an error is another thing. */
export function failedStatus(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

/** A refusal by GitHub as a failure that is no bug. */
function explainFailure(error: unknown): unknown {
  const status = failedStatus(error);
  if (status === undefined || !(error instanceof Error) || !('request' in error)) return error;
  const {method, url} = error.request as {method: string; url: string};
  return new ExitError(
    `GitHub answered ${status} to \`${method} ${new URL(url).pathname}\`, expected it to do as asked`,
    status >= 500 || status === 429
      ? 'Start the job again later.'
      : 'Look whether it still exists, and whether the job has the permissions it needs.',
  );
}

/** Tells why a step of a job failed, and gives its exit code; what is a bug is thrown on. */
export function tellFailure(error: unknown, {stderr}: Pick<Io, 'stderr'>): number {
  const failure = explainFailure(error);
  if (!(failure instanceof ExitError)) throw error;
  stderr.write(`${failure.message}\n  fix: ${failure.fix}\n`);
  return failure.code;
}
