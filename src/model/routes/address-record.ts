import type {AddressRecord} from '../schemas/records/address-record-schema.ts';

/** Where the addresses of pages are kept that readers have, or had, as the toolkit of the day. */
const LIVE = 'live';

const RECORD_RE = /^ledgers\/addresses\/([^/]+)\/(.+)\.json$/;

/** The record of a page's address; that of an edition lies in a folder of its own. */
export function addressRecordFile(pageId: string, edition: string = LIVE): string {
  return `ledgers/addresses/${edition}/${pageId}.json`;
}

/** The page that a record is of; `undefined` for other files. */
export function recordedAddress(path: string): {pageId: string; edition: string | undefined} | undefined {
  const [, folder, pageId] = RECORD_RE.exec(path) ?? [];
  if (folder === undefined || pageId === undefined) return undefined;
  return {pageId, edition: folder === LIVE ? undefined : folder};
}

/** A record as it is written: an anchor a line, so that two branches seldom meet. */
export function renderAddressRecord(record: AddressRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
