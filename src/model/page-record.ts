import {storedLedger} from './link-ledger/link-ledger.ts';
import type {UnavailableAddresses} from './link-ledger/unavailable.ts';
import {unavailableAddresses} from './link-ledger/unavailable.ts';
import {idsOf, qualifiedId} from './pages/page-id.ts';
import type {Freshness} from './reviews/freshness.ts';
import {freshnessByPage} from './reviews/freshness-by-page.ts';
import type {EditionRedaction} from './schemas/records/edition-schema.ts';
import type {Update} from './schemas/update-schema.ts';
import type {Toolkit} from './toolkit.ts';
import {allPages} from './toolkit.ts';
import type {Correction} from './updates/corrections.ts';
import {correctionsOf} from './updates/corrections.ts';
import type {PageHistory} from './updates/history.ts';
import {historyOf, newestFirst, updatesIn} from './updates/history.ts';
import {updatedTermsOf} from './updates/updated-terms.ts';

const FRONT_PAGE = 'index';

/** What the furniture of a page is made from. */
interface PageRecord {
  fingerprint: string;
  history: PageHistory;
  /** None for a page of an edition: it is kept as it was. */
  freshness?: Freshness;
}

/** An update as lists show it; without its private sort key. */
export type PublishedUpdate = Omit<Update, 'date'>;

/** An edition as lists show it. */
interface EditionSummary {
  name: string;
  about: string;
  complete: boolean;
  pages: number;
  /** What was taken out of it since it was frozen, oldest first. */
  redactions: readonly EditionRedaction[];
}

/** Everything readers are told of change, from the updates and the records alone. */
export interface Records {
  /** By page id; pages of editions as `2017-03:index`. */
  pages: Record<string, PageRecord>;
  /** The history of the whole toolkit. */
  toolkit: PageHistory;
  /** Newest first. */
  updates: PublishedUpdate[];
  editions: EditionSummary[];
  /** Newest first. */
  corrections: Correction[];
  /** Whether notes wait: what is built then is no state that was published. */
  isPreview: boolean;
  /** The ids of the priorities and approaches whose pages some update names. */
  updatedTerms: string[];
  /** Addresses of other sites that no longer open. */
  unavailable: UnavailableAddresses;
}

/** Works out the record of every page, live and in editions, on a day. */
export function recordsOf(toolkit: Toolkit, today: string): Records {
  const updates = toolkit.updates.map(({data}) => data);
  const predecessorUntil = toolkit.config.predecessor?.until;
  const unavailable = unavailableAddresses(storedLedger(toolkit.files).entries);
  const live = allPages(toolkit).map(({id, data, fingerprint}): [string, PageRecord] => {
    const pageIds = idsOf(id, data.redirect_from);
    const history = historyOf(updates, {pageIds, predecessorUntil});
    const freshness = freshnessByPage(toolkit, today).get(id);
    return [id, {fingerprint: fingerprint(), history, ...(freshness && {freshness})}];
  });
  const frozen = toolkit.editions.flatMap((edition) => {
    const held = updatesIn(updates, edition);
    return edition.pages.map(({id, fingerprint}): [string, PageRecord] => {
      // The front page of an edition has the history of the whole toolkit, as the live one has.
      const pageIds = id === FRONT_PAGE ? undefined : [id];
      const history = historyOf(held, {pageIds, predecessorUntil, isFrozen: true});
      return [qualifiedId(id, edition.name), {fingerprint: fingerprint(), history}];
    });
  });
  return {
    unavailable,
    updatedTerms: updatedTermsOf(toolkit).map(({id}) => id),
    pages: Object.fromEntries([...live, ...frozen]),
    toolkit: historyOf(updates, {predecessorUntil}),
    updates: newestFirst(updates).map(({date: _private, ...update}) => update),
    corrections: correctionsOf(newestFirst(updates)),
    isPreview: toolkit.notes.length > 0,
    editions: toolkit.editions.map(({name, pages, record}) => ({
      name,
      about: record?.about ?? '',
      complete: record?.complete ?? false,
      pages: pages.length,
      redactions: record?.redactions ?? [],
    })),
  };
}
