import {compareText} from '../problem.ts';
import type {AddressRecord, AddressRecords} from '../schemas/record-schemas.ts';

/** The file with the addresses of live pages, or of the pages of an edition. */
export function addressRecordFile(edition = 'live'): string {
  return `ledgers/addresses/${edition}.json`;
}

/** Renders the records of pages, with one anchor on each line, so that two branches rarely conflict. */
export function renderAddressRecords(pages: Readonly<Record<string, AddressRecord>>): string {
  const sorted = Object.entries(pages).sort(([a], [b]) => compareText(a, b));
  const file: AddressRecords = {schema: 1, pages: Object.fromEntries(sorted)};
  return `${JSON.stringify(file, null, 2)}\n`;
}
