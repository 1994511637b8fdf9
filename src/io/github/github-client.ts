import {setTimeout} from 'node:timers/promises';
import {Octokit} from '@octokit/core';
import {retry} from '@octokit/plugin-retry';
import {throttling} from '@octokit/plugin-throttling';
import {ExitError} from '../cli/exit-error.ts';
import type {Io, Pace} from '../cli/io.ts';

/**
 * The pace of every job; tests pass a faster one in `Io.pace`.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
const RATE_LIMIT: Pace = {betweenWrites: 1000, betweenNotices: 3000, second: 1000, longestAnswer: 30_000};

/** GitHub's API client: it retries what fails on GitHub's side, and waits as long as GitHub asks. */
export type GitHub = InstanceType<typeof PatientOctokit>;

/** In seconds: no wait may outlast the job. */
const MAX_WAIT = 300;
const MAX_WAITS = 2;

/** A retry does not help with these; for 429 `throttling` waits as long as GitHub asks. */
const NEVER_RETRIED = [400, 401, 403, 404, 410, 422, 429, 451];

const PatientOctokit = Octokit.plugin(retry, throttling, (_octokit, {pace}): {pace: Pace} => ({pace}));

/**
 * Connects to the API that the workflow's environment names, with its token. An answer that is late or incomplete counts
 * as a failure on GitHub's side.
 *
 * @throws {ExitError} without a token. Requests throw {GitHubError}.
 */
export function connectToGitHub(env: NodeJS.ProcessEnv, pace: Pace = RATE_LIMIT): GitHub {
  const token = env.GITHUB_TOKEN;
  if (!token) {
    throw new ExitError(
      '`GITHUB_TOKEN` is not set, expected a token for GitHub',
      'Set it: in a workflow to the token of the job, on your computer to your own token.',
    );
  }
  const waits = (seconds: number, _request: object, _octokit: Octokit, retries: number) =>
    seconds <= MAX_WAIT && retries < MAX_WAITS;
  const baseUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const github = new PatientOctokit({
    auth: token,
    baseUrl,
    userAgent: 'good-practice-toolkit',
    pace,
    request: {
      fetch: (url: string, options: RequestInit) =>
        fetchWhole(url, {...options, signal: AbortSignal.timeout(pace.longestAnswer)}),
    },
    retry: {retries: 2, retryAfterBaseValue: pace.second, doNotRetry: NEVER_RETRIED},
    // Each API has a rate limit.
    throttle: {
      id: baseUrl,
      write: oneAfterAnother(pace.betweenWrites),
      notifications: oneAfterAnother(pace.betweenNotices),
      retryAfterBaseValue: pace.second,
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
    },
  });
  // Added last, so that it sees an error only after all retries.
  github.hook.error('request', (error) => {
    throw isFailedRequest(error) ? new GitHubError(error) : error;
  });
  return github;
}

export interface Repository {
  github: GitHub;
  place: {owner: string; repo: string};
}

/** The repository of the job, or else the one in the configuration. */
export function connectToRepository(
  {env = process.env, pace}: {[Key in 'env' | 'pace']?: Io[Key] | undefined},
  configured = '',
): Repository {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? configured).split('/');
  return {github: connectToGitHub(env, pace), place: {owner, repo}};
}

/** Octokit accepts an incomplete answer as a shorter one; here it fails, like a missing one. */
async function fetchWhole(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, options);
  await answer.clone().arrayBuffer();
  return answer;
}

/** What `throttling` needs of a queue: each turn begins a time after the one before. Its own have a fixed time. */
function oneAfterAnother(minTime: number) {
  let free = 0;
  const schedule = async () => {
    const turn = Math.max(free, performance.now());
    free = turn + minTime;
    await setTimeout(turn - performance.now());
  };
  return {key: () => ({schedule})} as never;
}

const PER_PAGE = 100;

/** The items of a list on GitHub, which are asked for page by page as they are used. */
export async function* listAll<Item>(
  ask: (page: {per_page: number; page: number}) => Promise<{data: readonly Item[]}>,
  mostPages = Number.POSITIVE_INFINITY,
): AsyncGenerator<Item> {
  for (let page = 1; page <= mostPages; page++) {
    const {data} = await ask({per_page: PER_PAGE, page});
    yield* data;
    if (data.length < PER_PAGE) return;
  }
}

/** What Octokit throws for a request without a good answer. */
interface FailedRequest {
  status: number;
  request: {method: string; url: string};
  response?: {headers: Readonly<Record<string, unknown>>} | undefined;
}

function isFailedRequest(error: Error): error is Error & FailedRequest {
  return 'status' in error && 'request' in error;
}

/** A request that GitHub refused or did not answer. */
export class GitHubError extends ExitError {
  override name = 'GitHubError';
  readonly status: number;
  /** Whether GitHub asked to wait before the next request. */
  readonly isRateLimited: boolean;

  constructor(cause: FailedRequest) {
    const {status, request, response} = cause;
    super(
      `GitHub ${response ? `answered ${status} to` : 'did not answer'} \`${request.method} ${new URL(request.url).pathname}\`, expected success`,
      status >= 500 || status === 429
        ? 'Start the job again later.'
        : 'Check that it still exists, and that the job has the permissions it needs.',
      {cause},
    );
    this.status = status;
    this.isRateLimited = response?.headers['retry-after'] !== undefined;
  }
}

/** The status of a failed request; `undefined` for any other error. */
export function failedStatus(error: unknown): number | undefined {
  return error instanceof GitHubError ? error.status : undefined;
}

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
