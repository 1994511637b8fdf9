import {addressRecordFile, renderAddressRecords} from '../../content/addresses/address-record.ts';
import {recordFiles} from '../../content/addresses/file-record.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {
  type PublishedPlace,
  publishedPlaces,
  toAddressRecord,
} from '../../content/markdown/headings/published-addresses.ts';
import {addressOf, pageIdOf} from '../../content/pages/page-id.ts';
import {textsOf} from '../../content/records/published.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {AddressRecord} from '../../content/schemas/record-schemas.ts';
import {allPages, isPage, type Toolkit} from '../../content/toolkit.ts';
import {namedPages} from '../updates/collect-changes.ts';

/**
 * The records that publishing writes for the pages of an update or edition, and for the files of the site. The first
 * time, they cover everything published earlier.
 */
export function recordAddresses(
  toolkit: Toolkit,
  changes: readonly ChangeNote[],
  edition: string | undefined,
): PlannedFile[] {
  const places = [
    ...(hasRecords(toolkit) ? [] : publishedPlaces(toolkit)),
    ...placesPutLive(toolkit, changes),
    ...(edition === undefined ? [] : placesFrozen(toolkit, edition)),
  ];
  const files = changes.length > 0 ? [recordFiles(toolkit)] : [];
  return [...planRecords(toolkit, places), ...files].filter(({path, content}) => content !== textOf(toolkit, path));
}

/** A page whose record is to be written. */
type RecordedPlace = Pick<PublishedPlace, 'id' | 'file' | 'address' | 'texts'>;

/** Whether any address is on record: none is before the first update. */
export function hasRecords({documents}: Toolkit): boolean {
  return documents.some(({kind}) => kind === 'address-record');
}

function placesPutLive({config, documents, published}: Toolkit, changes: readonly ChangeNote[]): RecordedPlace[] {
  const live = new Map(documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document.text]));
  return namedPages(changes).flatMap((id) => {
    const text = live.get(id);
    if (text === undefined) return [];
    const texts = [...textsOf(published, id).map((version) => version.text), text];
    return [{id, file: addressRecordFile(), address: addressOf(config, id), texts}];
  });
}

function placesFrozen(toolkit: Toolkit, edition: string): RecordedPlace[] {
  return allPages(toolkit)
    .filter(({document}) => document.path.startsWith('docs/'))
    .map(({id, document}) => ({
      id,
      file: addressRecordFile(edition),
      address: addressOf(toolkit.config, id, edition),
      texts: [document.text],
    }));
}

/** The corrected version of every file in which records are incomplete or invalid. */
export function recordMissing(toolkit: Toolkit): PlannedFile[] {
  return planRecords(toolkit, unrecordedPlaces(toolkit));
}

/** The published pages whose record is missing, incomplete or invalid. */
export function unrecordedPlaces(toolkit: Toolkit): PublishedPlace[] {
  return publishedPlaces(toolkit).filter((place) => {
    const record = recordOf(toolkit, place);
    return JSON.stringify(toAddressRecord(place, record)) !== JSON.stringify(record);
  });
}

/** The records of redacted pages, rebuilt from the remaining text, because a heading may have contained removed text. */
export function redactAddressRecords(before: Toolkit, after: Toolkit): PlannedFile[] {
  const keyOf = ({file, address, texts}: PublishedPlace) => JSON.stringify([file, address, texts]);
  const earlier = new Set(publishedPlaces(before).map(keyOf));
  const changed = publishedPlaces(after).filter((place) => !earlier.has(keyOf(place)) && recordOf(before, place));
  return planRecords(after, changed, true).filter(({path, content}) => content !== textOf(after, path));
}

export function recordOf(
  {addressRecords}: Pick<Toolkit, 'addressRecords'>,
  {file, id}: Pick<PublishedPlace, 'file' | 'id'>,
): AddressRecord | undefined {
  return addressRecords.get(file)?.data.pages[id];
}

/** The files with the records of pages: the existing records, or with `isRebuilt` those of the texts alone. */
function planRecords(toolkit: Toolkit, places: readonly RecordedPlace[], isRebuilt = false): PlannedFile[] {
  return [...Map.groupBy(places, ({file}) => file)].map(([path, own]) => {
    const records = own.map((place) => [
      place.id,
      toAddressRecord(place, isRebuilt ? undefined : recordOf(toolkit, place)),
    ]);
    const pages = {...toolkit.addressRecords.get(path)?.data.pages, ...Object.fromEntries(records)};
    return {path, content: renderAddressRecords(pages)};
  });
}

function textOf({documents}: Toolkit, file: string): string | undefined {
  return documents.find(({document}) => document.path === file)?.document.text;
}
