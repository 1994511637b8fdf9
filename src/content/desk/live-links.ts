import type {LinkEntry} from '../link-ledger/link-entry.ts';
import type {OutsideLink} from '../link-ledger/outside-links.ts';
import {firstPlaces, outsideLinks} from '../link-ledger/outside-links.ts';
import {storedLedger} from '../link-ledger/stored-ledger.ts';
import type {LinkVerdict} from '../link-ledger/verdict.ts';
import {verdictOf} from '../link-ledger/verdict.ts';
import type {Toolkit} from '../toolkit.ts';

/** A link of a live page to another site, and what the ledger remembers of it. */
export interface LiveLink extends Pick<OutsideLink, 'address' | 'path' | 'owner'> {
  /** `undefined` for an address that the ledger does not have. */
  entry: LinkEntry | undefined;
  verdict: LinkVerdict;
}

/** Every link of live pages and charts to another site, once for each file and address. */
export function liveLinks(toolkit: Toolkit): LiveLink[] {
  const {entries} = storedLedger(toolkit.files);
  const documents = toolkit.documents.filter(({kind}) => kind !== 'edition-page' && kind !== 'edition-chart');
  return firstPlaces(outsideLinks({...toolkit, documents})).map(({address, path, owner}) => {
    const entry = entries.get(address);
    return {address, path, owner, entry, verdict: entry ? verdictOf(entry) : 'unchecked'};
  });
}
