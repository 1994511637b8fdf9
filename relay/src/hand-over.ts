import {setTimeout as wait} from 'node:timers/promises';
import type {Relay} from './app.ts';
import {log} from './log.ts';
import type {Claimed} from './queue.ts';
import type {Environment} from './settings.ts';

/** Shorter than a lease: the answer to an attempt comes before the next attempt, or never. */
const LONGEST_ANSWER = 30_000;

/** The longest wait before another attempt, and the time between two removals of what is left on disk. */
const HOUR = 3600_000;

/** The clocks of GitHub and of this machine may differ. */
const CLOCKS = 10 * 60_000;

/** Turns waiting messages into issues, one after another, until it is told to stop. */
export async function handOverAll(relay: Relay, stop: AbortSignal): Promise<void> {
  const {queue, environment} = relay;
  let tidied = 0;
  while (!stop.aborted) {
    try {
      const message = queue.claim(Date.now(), environment.LEASE_SECONDS * 1000);
      if (message) {
        await handOver(relay, message, stop);
        tidied = 0;
      } else if (Date.now() - tidied > HOUR) {
        queue.tidy(Date.now());
        tidied = Date.now();
      }
      await pause(message ? environment.BETWEEN_ISSUES_MS : 500, stop);
    } catch (error) {
      // The disk may be full; what the queue has is safe.
      log('the queue failed', error);
      await pause(5000, stop);
    }
  }
}

async function handOver(relay: Relay, message: Claimed, stop: AbortSignal): Promise<void> {
  const {queue} = relay;
  try {
    // Only an earlier attempt can have opened the issue.
    const isThere = message.attempts > 1 && (await findIssue(relay, message));
    if (!isThere) await openIssue(relay, message);
    queue.finish(message.id);
  } catch (error) {
    const until = error instanceof Error && typeof error.cause === 'number' ? error.cause : undefined;
    log('an attempt failed', error);
    const backOff = Math.min(HOUR, relay.environment.BACK_OFF_MS * 2 ** Math.min(message.attempts, 12));
    // Never before the lease ends: a request that was given up may still arrive.
    const lease = relay.environment.LEASE_SECONDS * 1000;
    queue.postpone(message.id, until ?? Date.now() + Math.max(lease, backOff));
    if (until) await pause(until - Date.now(), stop);
  }
}

/** Opens an issue whose body has the answers as GitHub's own form writes them, below a marker with the id. */
async function openIssue({settings, environment}: Relay, {id, answers}: Claimed): Promise<void> {
  const {repository, title, labels, answers: form} = settings;
  const sections = Object.entries(form.properties).map(([field, question]) => {
    const answer = answers[field] ?? '_No response_';
    return `### ${question.title}\n\n${field === 'what' ? fenced(answer) : answer}`;
  });
  await ask(environment, 'POST', `/repos/${repository}/issues`, {
    title: `${title}${answers.page ?? settings.site}`.slice(0, 250),
    body: [marker(id), ...sections].join('\n\n'),
    labels,
  });
}

/** A text as a block of code: nobody is notified, and no picture, link or HTML in it works. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({length}) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

const marker = (id: string) => `<!-- relay ${id} -->`;

/** Whether the issue of a message exists. No label narrows the search: editors may have removed it. */
async function findIssue({settings, environment}: Relay, {id, accepted}: Claimed): Promise<boolean> {
  const since = new Date(accepted - CLOCKS).toISOString();
  for (let page = 1; ; page++) {
    const address = `/repos/${settings.repository}/issues?state=all&since=${since}&per_page=100&page=${page}`;
    const issues = (await ask(environment, 'GET', address)) as {body?: string | null}[];
    if (issues.some(({body}) => body?.startsWith(marker(id)))) return true;
    if (issues.length < 100) return false;
  }
}

/** One request to https://docs.github.com/en/rest. @throws {Error} unless it succeeds; its cause is when to try again. */
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
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`, {cause: whenAllowed(answer.headers)});
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
  return until > Date.now() ? Math.min(until, Date.now() + HOUR) : undefined;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(Math.max(0, milliseconds), undefined, {signal}).catch(() => undefined);
