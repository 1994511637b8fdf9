import type {AddressRecord} from '../schemas/record-schemas.ts';

const LIVE = 'live';

const RECORD_RE = /^ledgers\/addresses\/([^/]+)\/(.+)\.json$/;

/** The file with the address record of a page. Each edition has a separate folder. */
export function addressRecordFile(pageId: string, edition: string = LIVE): string {
  return `ledgers/addresses/${edition}/${pageId}.json`;
}

/** The page of an address record; `undefined` for other files. */
export function recordedAddress(path: string): {pageId: string; edition: string | undefined} | undefined {
  const [, folder, pageId] = RECORD_RE.exec(path) ?? [];
  if (folder === undefined || pageId === undefined) return undefined;
  return {pageId, edition: folder === LIVE ? undefined : folder};
}

/** Renders a record with one anchor on each line, so that two branches rarely conflict. */
export function renderAddressRecord(record: AddressRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
