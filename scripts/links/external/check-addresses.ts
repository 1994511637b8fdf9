import {classifyAnswer, type LastAnswer, type LinkOutcome} from '../../../src/links/external/classify-answer.ts';
import {LONGEST_ADDRESS} from '../../../src/model/link-ledger/link-entry.ts';
import {AskError, ask, type Network} from './ask.ts';

const HOSTS_AT_ONCE = 8;

/** After this many pages in a row without an answer from their host, its other pages count as failed too. */
const ENOUGH_FAILURES = 3;

/** Milliseconds before every request, and before a second attempt. */
const GAP = 1000;
const BEFORE_RETRY = 5000;

/** The check waits for one host no longer than this in total, whatever its `Retry-After` headers ask for. */
const LONGEST_WAIT = 30_000;

/**
 * Milliseconds that the check spends on one host, with every wait, retry and redirect: some in any case, and more for each
 * address. A usual address takes two seconds.
 */
const FOR_HOST = 60_000;
const FOR_ADDRESS = 5000;

/** Milliseconds for the whole run: the addresses that are left are checked by the next one. */
const FOR_RUN = 40 * 60_000;

const MOST_REDIRECTS = 20;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** The result of one attempt. */
interface Attempt {
  outcome: LinkOutcome;
  /** How many milliseconds to wait before a second attempt; `undefined` where it would change nothing. */
  wait?: number;
  /** Whether the host itself gave no answer. */
  isHostDown?: boolean;
  /** Whether the host asked for fewer requests. */
  isBusy?: boolean;
}

/** Checks every address, host by host. Addresses of a host that asks for a longer wait, or for
 * which no time is left, have no outcome. */
export async function checkAddresses(
  addresses: Iterable<string>,
  network: Network,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, LinkOutcome>> {
  const outcomes = new Map<string, LinkOutcome>();
  const unique = [...new Set(addresses)];
  let done = 0;
  const endOfRun = network.now() + FOR_RUN;
  const checkHost = async (ofHost: readonly string[]) => {
    let failures = 0;
    let patience = LONGEST_WAIT;
    const end = Math.min(endOfRun, network.now() + FOR_HOST + ofHost.length * FOR_ADDRESS);
    for (const [index, address] of ofHost.entries()) {
      if (network.now() >= end) return;
      let attempt = await tryAddress(address, network, end);
      if (attempt.wait !== undefined && attempt.wait <= patience && network.now() + attempt.wait < end) {
        patience -= attempt.wait;
        await network.sleep(attempt.wait);
        attempt = await tryAddress(address, network, end);
      }
      outcomes.set(address, attempt.outcome);
      failures = attempt.isHostDown ? failures + 1 : 0;
      const rest = ofHost.slice(index + 1);
      const isGivenUp = attempt.isBusy || failures >= ENOUGH_FAILURES;
      if (isGivenUp && !attempt.isBusy) for (const other of rest) outcomes.set(other, attempt.outcome);
      done += isGivenUp ? 1 + rest.length : 1;
      onProgress(done, unique.length);
      if (isGivenUp) return;
    }
  };

  // The hosts with the most addresses first: the last ones then finish at about the same time.
  const hosts = [...Map.groupBy(unique, (address) => new URL(address).host).values()];
  const waiting = hosts.sort((a, b) => b.length - a.length).values();
  const work = async () => {
    for (const ofHost of waiting) await checkHost(ofHost);
  };
  await Promise.all(Array.from({length: HOSTS_AT_ONCE}, work));
  return outcomes;
}

/** Follows an address through its redirects; `ask` refuses each that is not public before anything is sent there. */
async function tryAddress(address: string, network: Network, end: number): Promise<Attempt> {
  const seen = new Set<string>();
  let url = new URL(address);
  let movedTo: string | undefined;
  let isPermanent = true;
  let setsCookies = false;
  for (;;) {
    if (seen.has(url.href) || seen.size > MOST_REDIRECTS) {
      // Such a site may send only programs in circles: they return no cookies.
      return {outcome: {kind: setsCookies ? 'blocked' : 'refused', said: 'redirects without end'}};
    }
    seen.add(url.href);
    await network.sleep(GAP);
    const left = end - network.now();
    if (left <= 0) return {outcome: {kind: 'slow', said: 'no answer in time'}};
    const answer = await ask(url, {...network, timeout: Math.min(network.timeout, left)}).catch((error: unknown) => {
      if (error instanceof AskError) return error;
      throw error;
    });
    if (answer instanceof AskError) {
      const outcome = {kind: answer.kind, said: answer.message};
      return {outcome, isHostDown: seen.size === 1, ...(answer.mayPass && {wait: BEFORE_RETRY})};
    }
    const {location} = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined) return judge(answer, movedTo);
    if (!URL.canParse(location, url)) return {outcome: {kind: 'refused', said: 'redirects to an invalid address'}};
    setsCookies ||= answer.headers['set-cookie'] !== undefined;
    url = new URL(location, url);
    url.hash = '';
    isPermanent &&= PERMANENT.has(answer.status);
    if (isPermanent && url.href.length <= LONGEST_ADDRESS) movedTo = url.href;
  }
}

function judge(answer: LastAnswer, movedTo: string | undefined): Attempt {
  const outcome = classifyAnswer(answer);
  if (outcome.kind === 'living') return {outcome: movedTo === undefined ? outcome : {kind: 'moved', to: movedTo}};
  const asked = answer.headers['retry-after'];
  const isBusy = answer.status === 429 || (answer.status === 503 && asked !== undefined);
  if (!isBusy && outcome.kind !== 'slow' && outcome.kind !== 'refused') return {outcome};
  return {outcome, isBusy, wait: Math.max(BEFORE_RETRY, isBusy ? readRetryAfter(asked) : 0)};
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
function readRetryAfter(value = ''): number {
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : ms;
}
