import {type LinkEntry, NOT_YET} from '../../model/link-ledger/link-entry.ts';
/** The result of one check of an address; `said` describes it in a few words, `answered 404`. */
export type LinkOutcome =
  | {kind: 'living'}
  /** It opened after a permanent redirect to another address. */
  | {kind: 'moved'; to: string}
  /** The server refuses programs: the page may or may not open for people. */
  | {kind: 'blocked'; said: string}
  | LinkFailure;

export interface LinkFailure {
  kind: 'gone' | 'slow' | 'certificate' | 'refused';
  said: string;
}

/** The last answer of a server, after every redirect. */
export interface LastAnswer {
  status: number;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The start of the page. */
  start: string;
}

/** These refuse the client, not the address; LinkedIn answers 999 to programs, and 451 depends on the country. */
const WALLS: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 429, 451, 999]);

const GONE: ReadonlySet<number> = new Set([404, 410]);

const SLOW: ReadonlySet<number> = new Set([408, 504, 522, 524]);

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

const WALL_TEXT =
  /<title>\s*(just a moment|attention required|access denied|are you a robot)|_incapsula_resource|cf-chl|g-recaptcha|h-captcha|captcha-delivery/i;

/** What the last answer of a server means for the requested address. */
export function classifyAnswer({status, headers, start}: LastAnswer): LinkOutcome {
  const said = `answered ${status}`;
  if (WALL_HEADERS.some(([name, value]) => value.test(headers[name] ?? ''))) return {kind: 'blocked', said};
  if (status >= 200 && status < 300) return {kind: 'living'};
  if (WALLS.has(status)) return {kind: 'blocked', said};
  if (GONE.has(status)) return {kind: 'gone', said};
  if (status >= 500 && WALL_TEXT.test(start)) return {kind: 'blocked', said};
  if (SLOW.has(status)) return {kind: 'slow', said};
  return {kind: 'refused', said};
}

export const UNCHECKED: LinkEntry = {checked: NOT_YET};

/**
 * The ledger entry of an address after a check on a day, `2026-11-24`. A second failure on the same day is not a second
 * strike. A refusal of programs ends the strikes: it shows that the host works, and nothing about the page.
 */
export function recordCheck(entry: LinkEntry, outcome: LinkOutcome, today: string): LinkEntry {
  const {last_success, first_failure = today, strikes = 0, archived} = entry;
  const copy = archived && {archived};
  const success = last_success === undefined ? undefined : {last_success};
  switch (outcome.kind) {
    case 'living':
      return {checked: today, last_success: today, ...copy};
    case 'moved':
      return {checked: today, last_success: today, kind: 'moved', moved_to: outcome.to, ...copy};
    case 'blocked':
      return {checked: today, ...success, kind: 'blocked', ...copy};
    default: {
      const isNewDay = strikes === 0 || entry.checked !== today;
      return {
        checked: today,
        ...success,
        first_failure,
        strikes: strikes + (isNewDay ? 1 : 0),
        kind: outcome.kind,
        ...copy,
      };
    }
  }
}
