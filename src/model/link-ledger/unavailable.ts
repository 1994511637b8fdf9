import {formatMonth} from '../../format/format-date.ts';
import type {LinkEntry} from './link-entry.ts';
import type {LinkLedger} from './link-ledger.ts';
import {ledgerAddress} from './link-ledger.ts';
import {verdictOf} from './verdict.ts';

/** What readers are told of an address that no longer opens. */
export interface Unavailable {
  /** The month in which it was first found so, `May 2026`. */
  since: string;
  archived?: LinkEntry['archived'];
}

/** What readers are told, by address as the ledger keeps it; JSON, for pages to look up. */
export type UnavailableAddresses = Readonly<Record<string, Unavailable>>;

/** Every address of which readers are told that it no longer opens. */
export function unavailableAddresses(ledger: LinkLedger): UnavailableAddresses {
  return Object.fromEntries(
    [...ledger].flatMap(([address, entry]) => {
      if (verdictOf(entry) !== 'broken' || entry.first_failure === undefined) return [];
      const told: Unavailable = {since: formatMonth(entry.first_failure)};
      return [[address, entry.archived ? {...told, archived: entry.archived} : told]];
    }),
  );
}

/** What readers are told of an address, as an author wrote it; `undefined` where it opens, or nobody knows better. */
export function unavailableOf(addresses: UnavailableAddresses, written: string): Unavailable | undefined {
  const address = ledgerAddress(written);
  return address !== undefined && Object.hasOwn(addresses, address) ? addresses[address] : undefined;
}
