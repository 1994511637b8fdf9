import {judgeAnswer} from '../link-ledger/judge-answer.ts';
import type {LastAnswer, LinkOutcome} from '../link-ledger/link-outcome.ts';
import type {Pacer} from './pacer.ts';
import type {World} from './world.ts';
import {AskError} from './world.ts';

/** What one try at an address met. */
export interface Try {
  outcome: LinkOutcome;
  /** Whether another try may meet something else. */
  mayChange: boolean;
  /** Whether the host itself did not answer: its other pages will not either. */
  isHostDown: boolean;
  /** Which host, the last of all redirects, asks to be left alone, and for how many milliseconds. */
  peace?: {host: string; ms: number} | undefined;
}

/** As browsers do. */
const MOST_REDIRECTS = 20;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308]);

/**
 * Tries an address once, through all its redirects; each of them is judged as the address itself is, before anything is
 * sent there. `attempt` counts from 0: with each, the next machine of a host that has several is asked.
 */
export async function follow(address: string, attempt: number, world: World, pacer: Pacer): Promise<Try> {
  const seen = new Set<string>();
  let url = new URL(address);
  let movedTo: string | undefined;
  let isForGood = true;
  let asksForCookies = false;
  try {
    for (;;) {
      if (seen.has(url.href) || seen.size > MOST_REDIRECTS) return endless(asksForCookies);
      seen.add(url.href);
      const answer = await askHeadThenGet(url, attempt, world, pacer);
      const {location} = answer.headers;
      if (!REDIRECTS.has(answer.status) || location === undefined) {
        return judged(answer, url.host, world.now(), movedTo);
      }
      if (!URL.canParse(location, url)) return refused('redirects to what is no address');
      asksForCookies ||= answer.headers['set-cookie'] !== undefined;
      url = new URL(location, url);
      url.hash = '';
      isForGood &&= FOR_GOOD.has(answer.status);
      if (isForGood) movedTo = url.href;
    }
  } catch (error) {
    // At a redirect it is another host that is down.
    const isFirst = seen.size === 1;
    if (error instanceof NoHostError) {
      return {outcome: error.outcome, mayChange: error.mayChange, isHostDown: isFirst};
    }
    if (!(error instanceof AskError)) throw error;
    const isLost = error.kind === 'slow' || error.kind === 'refused';
    return {outcome: {kind: error.kind, said: error.message}, mayChange: isLost, isHostDown: isLost && isFirst};
  }
}

/** Many servers answer `HEAD` otherwise than they answer people: only what it says of success and of redirects counts. */
async function askHeadThenGet(url: URL, attempt: number, world: World, pacer: Pacer): Promise<LastAnswer> {
  const ip = await findMachine(url, attempt, world);
  const ask = async (method: 'HEAD' | 'GET') => {
    await pacer.turn(url.host);
    return world.ask({method, url, ip});
  };
  const head = await ask('HEAD').catch((error) => {
    if (error instanceof AskError && error.kind !== 'certificate') return undefined;
    throw error;
  });
  const isEnough = head && (judgeAnswer(head).kind === 'living' || REDIRECTS.has(head.status));
  return isEnough ? head : ask('GET');
}

/** The machine that an address leads to; one that is private among several spoils them all. */
async function findMachine(url: URL, attempt: number, world: World): Promise<string> {
  if (!world.isAllowedUrl(url)) throw new NoHostError('leads out of the public web', false);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const ips = await world.resolve(hostname).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTFOUND') throw new NoHostError('no host has this name', true, 'gone');
    throw new NoHostError(`the name of its host cannot be looked up (${error.code})`, true);
  });
  if (!ips.every((ip) => world.isAllowedIp(ip))) throw new NoHostError('leads out of the public web', false);
  // Many machines that run such checks have no way to IPv6.
  const inOrder = [...ips.filter((ip) => !ip.includes(':')), ...ips.filter((ip) => ip.includes(':'))];
  const ip = inOrder[attempt % inOrder.length];
  if (ip === undefined) throw new NoHostError('no host has this name', true, 'gone');
  return ip;
}

/** Nobody can be asked. */
class NoHostError extends Error {
  override name = 'NoHostError';
  readonly mayChange: boolean;
  readonly outcome: LinkOutcome;

  constructor(said: string, mayChange: boolean, kind: 'gone' | 'refused' = 'refused') {
    super(said);
    this.mayChange = mayChange;
    this.outcome = {kind, said};
  }
}

function judged(answer: LastAnswer, host: string, now: number, movedTo: string | undefined): Try {
  const outcome = judgeAnswer(answer);
  if (outcome.kind === 'living' && movedTo !== undefined) return settled({kind: 'moved', to: movedTo});
  const isBusy = answer.status === 429 || outcome.kind === 'slow' || outcome.kind === 'refused';
  const ms = isBusy ? readRetryAfter(answer.headers['retry-after'], now) : undefined;
  return {outcome, mayChange: isBusy, isHostDown: false, peace: ms === undefined ? undefined : {host, ms}};
}

/** A site that hands out cookies on the way turns only programs in circles, which bring none back. */
function endless(asksForCookies: boolean): Try {
  if (asksForCookies) return settled({kind: 'blocked', said: 'redirects without end, and asks for cookies'});
  return refused('redirects without end');
}

function refused(said: string): Try {
  return settled({kind: 'refused', said});
}

function settled(outcome: LinkOutcome): Try {
  return {outcome, mayChange: false, isHostDown: false};
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
