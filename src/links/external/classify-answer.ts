/** The result of one check of an address; `said` describes it in a few words, `answered 404`. */
export type LinkOutcome =
  | {kind: 'living'}
  /** It opened after a permanent redirect to another address. */
  | {kind: 'moved'; to: string}
  /** The server refuses programs: the page may or may not open for people. */
  | {kind: 'blocked'; said: string}
  | LinkFailure;

/** A check that counts as a strike. */
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
