import {count} from '../../format/text.ts';
import {type LinkEntry, type LinkLedger, ledgerAddress} from './link-ledger.ts';

const VERDICTS = {
  living: 'working',
  moved: 'moved',
  blocked: 'closed to programs',
  ailing: 'failing, not yet for long enough',
  /** Readers see that it is not available. */
  broken: 'unavailable',
  unchecked: 'not checked',
};

/**
 * How many checks in a row must fail, on different days, and over how many days. In a simulation of weekly checks of 1,000
 * working links, this was the shortest policy with fewer than 10 false alarms a year.
 */
export const LINK_POLICY = {strikes: 4, days: 28};

const MS_PER_DAY = 86_400_000;

/** The verdict on an address. It needs no clock, because the entry has the days. */
export function verdictOf(entry: LinkEntry | undefined): keyof typeof VERDICTS {
  if (!entry) return 'unchecked';
  const {checked, strikes, first_failure: since, kind} = entry;
  if (kind === 'blocked' || kind === 'moved') return kind;
  if (strikes === undefined || since === undefined) return 'living';
  const days = (Date.parse(checked) - Date.parse(since)) / MS_PER_DAY;
  return strikes >= LINK_POLICY.strikes && days >= LINK_POLICY.days ? 'broken' : 'ailing';
}

/** Summarises the ledger in one line: `464 links: 440 working, 20 closed to programs, 4 unavailable`. */
export function summariseLedger(ledger: LinkLedger): string {
  const byVerdict = Map.groupBy(ledger.values(), verdictOf);
  const parts = (Object.keys(VERDICTS) as (keyof typeof VERDICTS)[])
    .filter((verdict) => byVerdict.has(verdict))
    .map((verdict) => `${byVerdict.get(verdict)?.length.toLocaleString('en-GB')} ${VERDICTS[verdict]}`);
  return [count(ledger.size, 'link'), parts.join(', ')].filter(Boolean).join(': ');
}

interface Unavailable {
  /** The day on which it first failed. Readers see the month. */
  since: string;
  archived?: LinkEntry['archived'];
}

/** What readers see, by address in the form of the ledger. */
export type UnavailableAddresses = Readonly<Record<string, Unavailable>>;

export function unavailableAddresses(ledger: LinkLedger): UnavailableAddresses {
  return Object.fromEntries(
    [...ledger].flatMap(([address, entry]): [string, Unavailable][] => {
      const {first_failure: since, archived} = entry ?? {};
      if (verdictOf(entry) !== 'broken' || since === undefined) return [];
      return [[address, {since, ...(archived && {archived})}]];
    }),
  );
}

/** What readers see about an address as an author wrote it; `undefined` if it opens or is not known to be broken. */
export function unavailableOf(addresses: UnavailableAddresses, written: string): Unavailable | undefined {
  const address = ledgerAddress(written);
  return address !== undefined && Object.hasOwn(addresses, address) ? addresses[address] : undefined;
}
