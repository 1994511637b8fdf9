import {setTimeout as wait} from 'node:timers/promises';
import {log, type Metrics} from './metrics.ts';
import type {Answers, Claimed, Queue} from './queue.ts';
import type {Environment, SiteSettings} from './settings.ts';

/** Shorter than a lease: the answer to an attempt comes before the next attempt, or never. */
const LONGEST_ANSWER = 30_000;
const LONGEST_WAIT = 3600_000;
const PER_PAGE = 100;
const TIDY_EVERY = 3600_000;

/** The clocks of GitHub and of this machine may differ. */
const CLOCKS = 10 * 60_000;

export interface HandOver {
  queue: Queue;
  settings: SiteSettings;
  environment: Environment;
  metrics: Metrics;
}

/** A request without a good answer; `until` is set if GitHub asked to wait until then. */
class FailedRequest extends Error {
  readonly status: number;
  readonly until: number | undefined;

  constructor(status: number, until: number | undefined) {
    super(`GitHub answered ${status}`);
    this.status = status;
    this.until = until;
  }
}

/** Turns waiting messages into issues, one after another, until it is told to stop. */
export async function handOverAll(relay: HandOver, stop: AbortSignal): Promise<void> {
  const {queue, environment} = relay;
  let tidied = 0;
  while (!stop.aborted) {
    try {
      const message = await queue.claim(Date.now(), environment.LEASE_SECONDS * 1000);
      if (message) {
        await handOver(relay, message, stop);
        tidied = 0;
      } else if (Date.now() - tidied > TIDY_EVERY) {
        await queue.tidy(Date.now());
        tidied = Date.now();
      }
      await pause(message ? environment.BETWEEN_ISSUES_MS : 500, stop);
    } catch (error) {
      // The database cannot be reached: what it has is safe.
      relay.metrics.count('relay_queue_errors_total');
      log('the queue failed', error);
      await pause(5000, stop);
    }
  }
}

async function handOver(relay: HandOver, message: Claimed, stop: AbortSignal): Promise<void> {
  const {queue, metrics} = relay;
  try {
    // Only an earlier attempt can have opened the issue.
    const isThere = message.attempts > 1 && (await findIssue(relay, message));
    if (!isThere) await openIssue(relay, message);
    await queue.finish(message.id);
    metrics.count('relay_handed_over_total');
  } catch (error) {
    const {status, until} = error instanceof FailedRequest ? error : {status: 0, until: undefined};
    metrics.count('relay_failed_attempts_total', {status});
    log('an attempt failed', error);
    const backOff = Math.min(LONGEST_WAIT, relay.environment.BACK_OFF_MS * 2 ** Math.min(message.attempts, 12));
    // Never before the lease ends: a request that was given up may still arrive.
    const lease = relay.environment.LEASE_SECONDS * 1000;
    await queue.postpone(message.id, until ?? Date.now() + Math.max(lease, backOff));
    if (until) await pause(until - Date.now(), stop);
  }
}

/** Opens an issue whose body has the answers as GitHub's own form writes them, below a marker with the id. */
async function openIssue({settings, environment}: HandOver, {id, answers}: Claimed): Promise<void> {
  const {repository, title, labels, answers: form} = settings;
  await ask(environment, 'POST', `/repos/${repository}/issues`, {
    title: `${title}${answers.page ?? settings.site}`.slice(0, 250),
    body: [marker(id), ...Object.keys(form.properties).map((field) => section(settings, field, answers))].join('\n\n'),
    labels,
  });
}

function section({answers: form}: SiteSettings, field: string, answers: Answers): string {
  const {title = field} = form.properties[field] ?? {};
  const answer = answers[field];
  return `### ${title}\n\n${answer === undefined ? '_No response_' : field === 'what' ? fenced(answer) : answer}`;
}

/** A text as a block of code: nobody is notified, and no picture, link or HTML in it works. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({length}) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function marker(id: string): string {
  return `<!-- relay ${id} -->`;
}

/** Whether the issue of a message exists. No label narrows the search: editors may have removed it. */
async function findIssue({settings, environment}: HandOver, {id, accepted}: Claimed): Promise<boolean> {
  const since = new Date(accepted - CLOCKS).toISOString();
  for (let page = 1; ; page++) {
    const query = new URLSearchParams({state: 'all', since, per_page: String(PER_PAGE), page: String(page)});
    const found = (await ask(environment, 'GET', `/repos/${settings.repository}/issues?${query}`)) as {
      body?: string | null;
    }[];
    if (found.some(({body}) => body?.startsWith(marker(id)))) return true;
    if (found.length < PER_PAGE) return false;
  }
}

/** One request to https://docs.github.com/en/rest. @throws {FailedRequest} unless it succeeds */
async function ask(environment: Environment, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(environment.GITHUB_API_URL + path, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `token ${environment.GITHUB_TOKEN}`,
      'user-agent': 'good-practice-toolkit-relay',
      'x-github-api-version': '2022-11-28',
      ...(body && {'content-type': 'application/json'}),
    },
    ...(body && {body: JSON.stringify(body)}),
    signal: AbortSignal.timeout(LONGEST_ANSWER),
  });
  if (!answer.ok) throw new FailedRequest(answer.status, whenAllowed(answer.headers));
  return answer.json();
}

/**
 * When GitHub allows another request. `Retry-After` has seconds or, from a proxy before GitHub, a date.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function whenAllowed(headers: Headers): number | undefined {
  const after = headers.get('retry-after');
  const isLimited = headers.get('x-ratelimit-remaining') === '0';
  const reset = isLimited ? Number(headers.get('x-ratelimit-reset')) * 1000 : 0;
  const until = after === null ? reset : /^\d+$/.test(after) ? Date.now() + Number(after) * 1000 : Date.parse(after);
  return until > Date.now() ? Math.min(until, Date.now() + LONGEST_WAIT) : undefined;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(Math.max(0, milliseconds), undefined, {signal}).catch(() => undefined);
}
