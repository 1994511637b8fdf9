import {type LinkEntry, LONGEST_ADDRESS, NOT_YET} from '../../model/link-ledger/link-entry.ts';

/** The result of one check of an address; `said` describes it in a few words, `answered 404`. */
export type LinkOutcome =
  | {kind: 'living'}
  /** It opened after a permanent redirect to another address. */
  | {kind: 'moved'; to: string}
  /** `blocked`: the server refuses programs, and the page may or may not open for people. */
  | LinkFailure;

export interface LinkFailure {
  kind: 'blocked' | 'gone' | 'slow' | 'certificate' | 'refused';
  said: string;
}

/** One answer of a server; the names of headers are in lower case. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What each request led to, by `requestKey`; `postponed` if it was not sent and is left to the next run. */
export type Answers = ReadonlyMap<string, Answer | LinkFailure | 'postponed'>;

/** An address as the first line of a request has it: without an empty query. */
export function requestKey({origin, pathname, search}: URL): string {
  return origin + pathname + search;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** Other failures mean that the server refuses or fails. 451 depends on the country; LinkedIn answers 999 to programs. */
const KINDS: Readonly<Record<number, LinkFailure['kind']>> = {
  ...Object.fromEntries([401, 402, 403, 405, 406, 407, 429, 451, 999].map((status) => [status, 'blocked'])),
  ...Object.fromEntries([404, 410].map((status) => [status, 'gone'])),
  ...Object.fromEntries([408, 504, 522, 524].map((status) => [status, 'slow'])),
};

/** What the most common bot protections put into a refusal, whatever its status. */
const WALL_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
  ['cf-mitigated', /challenge/i],
  // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-sucuri-block', /./],
  ['x-datadome', /./],
  ['server', /^(ddos-guard|datadome|sucuri)/i],
];

/** What the answers mean for an address, redirect by redirect; `undefined` if it has not been checked. */
export function outcomeOf(address: string, answers: Answers): LinkOutcome | undefined {
  const seen = new Set<string>();
  let url = new URL(address);
  let movedTo: string | undefined;
  let isPermanent = true;
  let setsCookies = false;
  for (;;) {
    const answer = answers.get(requestKey(url));
    if (answer === 'postponed' || (answer === undefined && seen.size === 0)) return undefined;
    if (answer === undefined || seen.has(url.href)) break;
    if ('kind' in answer) return answer;
    const {status, headers} = answer;
    if (!REDIRECTS.has(status) || typeof headers.location !== 'string') return classify(answer, movedTo);
    // As fetch reads it: servers send the bytes of UTF-8.
    const location = Buffer.from(headers.location, 'latin1').toString();
    if (!URL.canParse(location, url)) break;
    seen.add(url.href);
    url = new URL(location, url);
    url.hash = '';
    setsCookies ||= headers['set-cookie'] !== undefined;
    isPermanent &&= PERMANENT.has(status);
    if (isPermanent && url.href.length <= LONGEST_ADDRESS) movedTo = url.href;
  }
  // A site that sets cookies may send only programs in circles: they return no cookies.
  return {kind: setsCookies ? 'blocked' : 'refused', said: 'redirects to nowhere'};
}

function classify({status, headers}: Answer, movedTo: string | undefined): LinkOutcome {
  const said = `answered ${status}`;
  if (WALL_HEADERS.some(([name, value]) => value.test(String(headers[name] ?? '')))) return {kind: 'blocked', said};
  if (status < 200 || status >= 300) return {kind: KINDS[status] ?? 'refused', said};
  return movedTo === undefined ? {kind: 'living'} : {kind: 'moved', to: movedTo};
}

export const UNCHECKED: LinkEntry = {checked: NOT_YET};

/**
 * The ledger entry of an address after a check on a day, `2026-11-24`. A second failure on the same day is not a second
 * strike. A refusal of programs ends the strikes: it shows that the host works, and nothing about the page.
 */
export function recordCheck(entry: LinkEntry, outcome: LinkOutcome, today: string): LinkEntry {
  const {last_success, first_failure = today, strikes = 0, archived} = entry;
  const copy = archived && {archived};
  const success = last_success !== undefined && {last_success};
  const {kind} = outcome;
  if (kind === 'living') return {checked: today, last_success: today, ...copy};
  if (kind === 'moved') return {checked: today, last_success: today, kind, moved_to: outcome.to, ...copy};
  if (kind === 'blocked') return {checked: today, ...success, kind, ...copy};
  const isNewDay = strikes === 0 || entry.checked !== today;
  return {checked: today, ...success, first_failure, strikes: strikes + (isNewDay ? 1 : 0), kind, ...copy};
}
