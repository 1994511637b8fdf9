import type {LinkEntry} from './link-entry.ts';
import {type LinkLedger, ledgerAddress} from './link-ledger.ts';
import {verdictOf} from './verdict.ts';

/** What readers see about an address that no longer opens. */
export interface Unavailable {
  /** The day on which it first failed. Readers see the month. */
  since: string;
  archived?: LinkEntry['archived'];
}

/** What readers see, by address in the form of the ledger. */
export type UnavailableAddresses = Readonly<Record<string, Unavailable>>;

/** Every address that readers see marked as no longer available. */
export function unavailableAddresses(ledger: LinkLedger): UnavailableAddresses {
  return Object.fromEntries(
    [...ledger].flatMap(([address, entry]): [string, Unavailable][] => {
      const {first_failure: since, archived} = entry;
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
