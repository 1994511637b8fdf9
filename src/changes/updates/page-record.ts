import {type UnavailableAddresses, unavailableAddresses} from '../../content/link-ledger/verdict.ts';
import {qualifiedId} from '../../content/pages/page-id.ts';
import {updateOfFile} from '../../content/records/update-record.ts';
import {updatedTermsOf} from '../../content/records/updated-terms.ts';
import type {EditionRedaction} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {recordedAddress} from '../chain/verify.mjs';
import type {Freshness} from '../freshness/freshness.ts';
import {freshnessByPage} from '../freshness/freshness-by-page.ts';
import {type Correction, correctionsOf} from './corrections.ts';
import {historyOf, newestFirst, type PageHistory, updatesIn} from './history.ts';

const FRONT_PAGE = 'index';

interface PageRecord {
  fingerprint: string;
  history: PageHistory;
  /** The address of its text as published, if it is the same, and when the text was. */
  recorded?: {address: string; published: Update['published']};
  /** Missing for a page of an edition, which is never reviewed again. */
  freshness?: Freshness;
}

/** An update as lists show it, without its private sort key. */
export type PublishedUpdate = Omit<Update, 'date'>;

export interface EditionSummary {
  name: string;
  /** What readers see instead of the name. */
  label?: string | undefined;
  /** Whether it restates the text of a previous publisher: it is then not promoted or offered for citing. */
  isRestated: boolean;
  about: string;
  pages: number;
  /** What was redacted since it was frozen, oldest first. */
  redactions: readonly EditionRedaction[];
}

export interface Records {
  /** By page id; pages of editions as `2017-03:index`. */
  pages: Record<string, PageRecord>;
  toolkit: PageHistory;
  /** Newest first. */
  updates: PublishedUpdate[];
  editions: EditionSummary[];
  /** The head of the chain after each update, by slug. */
  heads: Record<string, string>;
  /** Newest first. */
  corrections: Correction[];
  /** Whether change notes wait, so that this build is not a published state. */
  isPreview: boolean;
  /** The ids of the terms with pages that an update names. */
  updatedTerms: string[];
  unavailable: UnavailableAddresses;
}

export function recordsOf(toolkit: Toolkit, today: string): Records {
  const updates = toolkit.updates.map(({data}) => data);
  const predecessorUntil = toolkit.config.predecessor?.until;
  const unavailable = unavailableAddresses(toolkit.linkLedger);
  const live = allPages(toolkit).map(({id, ids: pageIds, document, fingerprint}): [string, PageRecord] => {
    const history = historyOf(updates, {pageIds, predecessorUntil});
    const freshness = freshnessByPage(toolkit, today).get(id);
    const text = toolkit.published.texts.get(id);
    // The fingerprint leaves out what readers see no difference in, such as the order of keys.
    const isRecorded =
      text &&
      (text.text === document.text ||
        toolkit.fingerprintPage(text.document(), (file) => toolkit.published.charts.get(file)) === fingerprint());
    const update = isRecorded && updates.find(({slug}) => slug === updateOfFile(text.path));
    const recorded = update && {address: recordedAddress(update.slug, text.path), published: update.published};
    return [id, {fingerprint: fingerprint(), history, ...(freshness && {freshness}), ...(recorded && {recorded})}];
  });
  const frozen = toolkit.editions.flatMap((edition) => {
    const included = updatesIn(updates, edition);
    return edition.pages.map(({id, fingerprint}): [string, PageRecord] => {
      // Like the live front page, that of an edition has the history of the whole toolkit.
      const pageIds = id === FRONT_PAGE ? undefined : [id];
      const history = historyOf(included, {pageIds, predecessorUntil, isFrozen: true});
      return [qualifiedId(id, edition.name), {fingerprint: fingerprint(), history}];
    });
  });
  return {
    unavailable,
    updatedTerms: updatedTermsOf(toolkit).map(({id}) => id),
    pages: Object.fromEntries([...live, ...frozen]),
    toolkit: historyOf(updates, {predecessorUntil}),
    updates: newestFirst(updates).map(({date: _private, ...update}) => update),
    heads: Object.fromEntries([...toolkit.updateRecords].flatMap(([slug, {head}]) => (head ? [[slug, head]] : []))),
    corrections: correctionsOf(newestFirst(updates)),
    isPreview: toolkit.notes.length > 0,
    editions: toolkit.editions.map(({name, pages, record}) => ({
      name,
      label: toolkit.config.edition_labels[name],
      isRestated: name <= (predecessorUntil ?? ''),
      about: record?.about ?? '',
      pages: pages.length,
      redactions: record?.redactions ?? [],
    })),
  };
}
