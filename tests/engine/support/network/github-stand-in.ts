import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';
import {onTestFinished} from 'vitest';
import {type Answer, type GitHubState, OPERATIONS} from './github-state.ts';
import {listenOnFreePort} from './listen.ts';

/** A failure to come. */
interface Failure {
  /** `500`; `429` and `403` are the secondary rate limit where a wait is asked for. */
  status: number;
  /** How often it comes; once where nothing is said, and no more with 0. */
  times?: number;
  /** Seconds to wait. */
  retryAfter?: number | string;
  /** The deed is done all the same, and only the answer fails. */
  done?: boolean;
  /** No answer comes at all. */
  hangs?: boolean;
  /** The answer begins, and breaks off. */
  breaksOff?: boolean;
}

/** A server that answers as GitHub's API does, by GitHub's own description of it. */
export interface GitHubStandIn extends GitHubState {
  /** What a job has in its environment to reach it. */
  env: {GITHUB_API_URL: string; GITHUB_TOKEN: string};
  /** Every request so far with its answer, `GET /repos/example-org/toolkit/pulls 200`. */
  log: string[];
  /** Lets the next request of a route fail. */
  fail(route: string, failure: Failure): void;
}

/** Starts the stand-in for one test; the test fails at its end where a request, or an answer, broke the description. */
export async function startGitHub(repository: string): Promise<GitHubStandIn> {
  const state: GitHubState = {
    repository,
    ...{pulls: [], issues: [], comments: [], labels: []},
    artifacts: [],
  };
  const failures = new Map<string, Failure>();
  const log: string[] = [];
  const faults: string[] = [];
  const token = 'token-of-the-test';

  const server = createServer(async (request, response) => {
    const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
    const answer = await answerRequest(request, {state, failures, faults, token});
    if (answer.hangs) return void log.push(`${request.method} ${pathname} no answer`);
    if (answer.breaksOff) {
      log.push(`${request.method} ${pathname} broken off`);
      response.writeHead(200, {'content-type': 'application/json', 'content-length': 1000});
      return void response.write('[{"id": 1', () => request.socket.destroy());
    }
    log.push(`${request.method} ${pathname} ${answer.status}`);
    send(response, answer, linksOf(answer.pages ?? 1, `${address}${pathname}`, search));
  });
  const address = `http://127.0.0.1:${await listenOnFreePort(server)}`;

  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    if (faults.length > 0) throw new Error(`the talk with GitHub broke its description:\n${faults.join('\n')}`);
  });
  return {
    ...state,
    env: {GITHUB_API_URL: address, GITHUB_TOKEN: token},
    log,
    fail: (route, failure) => void (failure.times === 0 ? failures.delete(route) : failures.set(route, failure)),
  };
}

interface Served {
  state: GitHubState;
  failures: Map<string, Failure>;
  faults: string[];
  token: string;
}

type Sent = Answer & {retryAfter?: number | string} & Pick<Failure, 'hangs' | 'breaksOff'>;

async function answerRequest(request: IncomingMessage, {state, failures, faults, token}: Served): Promise<Sent> {
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
  const {route, operation, path} = findRoute(request.method ?? '', pathname);
  if (!operation) {
    const message = `\`${request.method} ${pathname}\` is not in the table of operations of this stand-in: add it there.`;
    faults.push(message);
    return {status: 501, data: {message}};
  }
  if (request.headers.authorization !== `token ${token}`)
    return {status: 401, data: {message: 'Requires authentication'}};

  const query = Object.fromEntries(searchParams);
  const words = await text(request);
  const body: unknown = words === '' ? undefined : JSON.parse(words);
  const parsed = operation.request.safeParse({...path, ...query, ...(body as object | undefined)});
  const wrong = [
    ...judgeHeaders(request, words),
    ...(parsed.error?.issues ?? []).map(({path: at, message}) => `${at.join('.')}: ${message}`),
  ];
  if (wrong.length > 0) {
    faults.push(...wrong.map((problem) => `${route}: ${problem}`));
    return {status: 422, data: {message: 'Validation Failed', documentation_url: '', errors: wrong}};
  }
  if (`${path.owner}/${path.repo}` !== state.repository) return {status: 404, data: {message: 'Not Found'}};

  const failure = takeFailure(failures, route);
  const answer = !failure || failure.done ? operation.answer(state, parsed.data) : undefined;
  if (failure) return {...failed(failure), hangs: failure.hangs === true, breaksOff: failure.breaksOff === true};
  if (!answer) throw new Error(`no operation for ${route}`);
  return answer;
}

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#headers */
function judgeHeaders({headers}: IncomingMessage, body: string): string[] {
  const problems: string[] = [];
  if (!headers['user-agent']) problems.push('headers: `user-agent` is missing');
  if (!/^application\/(vnd\.github[.+]|json)/.test(headers.accept ?? ''))
    problems.push('headers: `accept` names no JSON');
  if (body !== '' && !headers['content-type']?.startsWith('application/json')) {
    problems.push('headers: `content-type` is not JSON');
  }
  return problems;
}

function findRoute(method: string, pathname: string) {
  for (const [route, operation] of OPERATIONS) {
    const pattern = route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(`${method} ${pathname}`);
    if (match) return {route, operation, path: decodeAll(match.groups ?? {})};
  }
  return {route: '', operation: undefined, path: {}};
}

function decodeAll(parts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, decodeURIComponent(part)]));
}

function takeFailure(failures: Map<string, Failure>, route: string): Failure | undefined {
  const failure = failures.get(route);
  if (!failure) return undefined;
  const left = (failure.times ?? 1) - 1;
  if (left > 0) failures.set(route, {...failure, times: left});
  else failures.delete(route);
  return failure;
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function failed({status, retryAfter}: Failure): Sent {
  if (retryAfter === undefined) return {status, data: {message: status === 404 ? 'Not Found' : 'Server Error'}};
  return {status, retryAfter, data: {message: 'You have exceeded a secondary rate limit. Please wait.'}};
}

function linksOf(pages: number, address: string, search: string): string | undefined {
  const query = new URLSearchParams(search);
  const current = Number(query.get('page') ?? 1);
  const to = (page: number, rel: string) => {
    query.set('page', String(page));
    return `<${address}?${query}>; rel="${rel}"`;
  };
  return current < pages ? [to(current + 1, 'next'), to(pages, 'last')].join(', ') : undefined;
}

function send(response: ServerResponse, {status, data, retryAfter}: Sent, link: string | undefined): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter !== undefined && {'retry-after': String(retryAfter)}),
    ...(link && {link}),
  });
  response.end(JSON.stringify(data));
}
