import {LINK_FILE, type LinkEntry, type LinkLedger, renderLedger} from '../../content/link-ledger/link-ledger.ts';
import type {SourceFile} from '../../content/toolkit.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';

/** The result of one check of an address. `blocked`: the server refuses programs, and the page may open for people. */
export interface LinkOutcome {
  kind: 'living' | NonNullable<LinkEntry['kind']>;
  /** A few words about a failure, `answered 404`. */
  said?: string;
  /** Where the page has permanently moved. */
  to?: string;
}

/** Other failures mean that the server refuses or fails. 451 depends on the country; LinkedIn answers 999 to programs. */
const KINDS: Readonly<Record<number, LinkOutcome['kind']>> = {
  ...Object.fromEntries([401, 402, 403, 405, 406, 407, 429, 451, 999].map((status) => [status, 'blocked'])),
  ...Object.fromEntries([404, 410].map((status) => [status, 'gone'])),
  ...Object.fromEntries([408, 504, 522, 524].map((status) => [status, 'slow'])),
};

/** The codes of our own limits: a private address, a host without any answer, and a request left to the next run. */
export const [NOT_PUBLIC, HOST_DOWN, POSTPONED] = ['NOT_PUBLIC', 'HOST_DOWN', 'POSTPONED'] as const;

/** What failures mean, by the code or message of the error; others mean that the server refuses or fails. */
const ERRORS: readonly (readonly [code: RegExp, kind: LinkOutcome['kind'], said?: string])[] = [
  [/^NOT_PUBLIC$/, 'refused', 'is not on the public web'],
  [/^HOST_DOWN$/, 'refused', 'its host does not answer'],
  [/^ENOTFOUND$/, 'gone', 'its domain name does not exist'],
  [/TIMEOUT|TIMEDOUT/, 'slow', 'no answer in time'],
  // Browsers fetch the intermediate certificate that such a server does not send.
  [/^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/, 'blocked', 'sends an incomplete certificate'],
  [/CERT|SIGNED|ALTNAME|ISSUER/, 'certificate'],
  // Many sites send only programs in circles: they return no cookies.
  [/^redirect count exceeded$/, 'blocked', 'redirects to nowhere'],
];

/** What the last answer or error means for an address; `undefined` if it has not been checked. */
export function classify(status: number, code: string, movedTo: string | undefined): LinkOutcome | undefined {
  if (status >= 200 && status < 300) return movedTo === undefined ? {kind: 'living'} : {kind: 'moved', to: movedTo};
  if (status > 0) return {kind: KINDS[status] ?? 'refused', said: `answered ${status}`};
  const [, kind = 'refused', said = code] = ERRORS.find(([pattern]) => pattern.test(code)) ?? [];
  return code === POSTPONED ? undefined : {kind, said};
}

/**
 * The ledger entry of an address after a check on a day, `2026-11-24`. A second failure on the same day is not a second
 * strike. A refusal of programs ends the strikes: it shows that the host works, and nothing about the page.
 */
export function recordCheck(entry: LinkEntry | undefined, {kind, to: moved_to}: LinkOutcome, today: string): LinkEntry {
  const {first_failure = today, strikes = 0, archived, changed} = entry ?? {};
  if (kind === 'living') return {checked: today, changed};
  if (kind === 'moved') return {checked: today, kind, moved_to, changed};
  if (kind === 'blocked') return {checked: today, kind, changed};
  const isNewDay = strikes === 0 || entry?.checked !== today;
  return {checked: today, first_failure, strikes: strikes + (isNewDay ? 1 : 0), kind, archived, changed};
}

/** The change that makes the ledger on disk equal to this one, if it differs; an unreadable file is replaced. */
export function ledgerChanges(files: readonly SourceFile[], ledger: LinkLedger): FileChange[] {
  const bytes = files.find(({path}) => path === LINK_FILE)?.bytes;
  const content = renderLedger(ledger);
  return content === (bytes && new TextDecoder().decode(bytes)) ? [] : [{path: LINK_FILE, content, found: bytes}];
}
