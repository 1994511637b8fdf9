import {Octokit} from '@octokit/core';
import {retry} from '@octokit/plugin-retry';
import {throttling} from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck';
import {asRefusal} from '../fs/exit-error.ts';
import type {Io, Pace} from '../fs/io.ts';
import {ExitError} from '../fs/io.ts';
import {PACE} from './rate-limit.ts';

/** GitHub's API, patient: what fails on GitHub's side is tried again, and a wait that it asks for is kept. */
export type GitHub = InstanceType<typeof PatientOctokit>;

/** No wait may outlast the job, in seconds. */
const LONGEST_WAIT = 300;
const MOST_WAITS = 2;

/** What a second attempt does not mend; and 429, for which `throttling` keeps the wait that GitHub asks for. */
const NOT_BY_ITSELF = [400, 401, 403, 404, 410, 422, 429, 451];

const PatientOctokit = Octokit.plugin(retry, throttling, (_octokit, {pace}): {pace: Pace} => ({pace}));

/**
 * Connects to the API that the environment of a workflow names, with the token it holds and no other. An answer that
 * does not come in time, or breaks off, counts as a failure on GitHub's side.
 */
export function connectToGitHub(env: NodeJS.ProcessEnv, pace: Pace = PACE): GitHub {
  const token = env.GITHUB_TOKEN;
  if (!token) {
    throw new ExitError(
      '`GITHUB_TOKEN` is not set, expected a token with which to ask GitHub',
      'Set it: in a workflow to the token of the job, here to a token of your own.',
    );
  }
  const waits = (seconds: number, _request: object, _octokit: Octokit, retries: number) =>
    seconds <= LONGEST_WAIT && retries < MOST_WAITS;
  const baseUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  return new PatientOctokit({
    auth: token,
    baseUrl,
    userAgent: 'good-practice-toolkit',
    pace,
    request: {
      fetch: (url: string, options: RequestInit) =>
        fetchWhole(url, {...options, signal: AbortSignal.timeout(pace.longestAnswer)}),
    },
    retry: {retries: 2, retryAfterBaseValue: pace.second, doNotRetry: NOT_BY_ITSELF},
    // Each API is asked at a pace of its own.
    throttle: {
      id: baseUrl,
      write: oneAfterAnother(pace.betweenWrites),
      notifications: oneAfterAnother(pace.betweenNotices),
      retryAfterBaseValue: pace.second,
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
    },
  });
}

/** Octokit takes an answer that breaks off for one of fewer words: here it fails, as one that does not come. */
async function fetchWhole(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, options);
  await answer.clone().arrayBuffer();
  return answer;
}

function oneAfterAnother(minTime: number): Bottleneck.Group {
  return new Bottleneck.Group({maxConcurrent: 1, minTime});
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
  const said = 'response' in error && error.response ? `answered ${status} to` : 'did not answer';
  return new ExitError(
    `GitHub ${said} \`${method} ${new URL(url).pathname}\`, expected it to do as asked`,
    status >= 500 || status === 429
      ? 'Start the job again later.'
      : 'Look whether it still exists, and whether the job has the permissions it needs.',
  );
}

/** Tells why a step of a job failed, and gives its exit code; what is a bug is thrown on. */
export function tellFailure(error: unknown, {stderr}: Pick<Io, 'stderr'>): number {
  const failure = asRefusal(error) ?? explainFailure(error);
  if (!(failure instanceof ExitError)) throw error;
  stderr.write(`${failure.message}\n  fix: ${failure.fix}\n`);
  return failure.code;
}
