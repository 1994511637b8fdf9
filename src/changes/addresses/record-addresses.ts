import {addressRecordFile, renderAddressRecord} from '../../content/addresses/address-record.ts';
import {recordFiles} from '../../content/addresses/file-record.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {plainlyHasOnly} from '../../content/markdown/headings/heading-anchors.ts';
import {
  type PublishedPlace,
  publishedPlaces,
  toAddressRecord,
} from '../../content/markdown/headings/published-addresses.ts';
import {addressOf, editionAddress, pageIdOf} from '../../content/pages/page-id.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {allPages, isPage, type Toolkit} from '../../content/toolkit.ts';
import {textsOf} from '../../content/updates/published.ts';
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
  const places = [...placesPutLive(toolkit, changes), ...(edition === undefined ? [] : placesFrozen(toolkit, edition))];
  const planned = places.map((place) => planRecord(toolkit, place));
  const recordedPaths = new Set(planned.map(({path}) => path));
  const earlier = hasRecords(toolkit) ? [] : recordMissing(toolkit).filter(({path}) => !recordedPaths.has(path));
  const files = changes.length > 0 ? [recordFiles(toolkit)] : [];
  return [...planned, ...earlier, ...files].filter(({path, content}) => content !== textOf(toolkit, path));
}

/** Whether any address is on record: none is before the first update. */
export function hasRecords({documents}: Toolkit): boolean {
  return documents.some(({kind}) => kind === 'address-record');
}

function placesPutLive(
  {documents, published}: Toolkit,
  changes: readonly ChangeNote[],
): Omit<PublishedPlace, 'source'>[] {
  const live = new Map(documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document.text]));
  return namedPages(changes).flatMap((id) => {
    const text = live.get(id);
    if (text === undefined) return [];
    const texts = [...textsOf(published, id).map((version) => version.text), text];
    return [{file: addressRecordFile(id), address: addressOf(id), texts}];
  });
}

function placesFrozen(toolkit: Toolkit, edition: string): Omit<PublishedPlace, 'source'>[] {
  return allPages(toolkit)
    .filter(({document}) => document.path.startsWith('docs/'))
    .map(({id, document}) => ({
      file: addressRecordFile(id, edition),
      address: editionAddress(edition, id),
      texts: [document.text],
    }));
}

/** The corrected version of every record that is incomplete or invalid. */
export function recordMissing(toolkit: Toolkit): PlannedFile[] {
  return publishedPlaces(toolkit).flatMap((place) => {
    if (isWhole(toolkit, place)) return [];
    const planned = planRecord(toolkit, place);
    return planned.content === textOf(toolkit, place.file) ? [] : [planned];
  });
}

/** The records of redacted pages, rebuilt from the remaining text, because a heading may have contained removed text. */
export function redactAddressRecords(before: Toolkit, after: Toolkit): PlannedFile[] {
  const earlier = new Map(publishedPlaces(before).map(({file, texts}) => [file, texts]));
  return publishedPlaces(after).flatMap((place) => {
    const isSame = JSON.stringify(earlier.get(place.file)) === JSON.stringify(place.texts);
    if (isSame || !before.addressRecords.has(place.file)) return [];
    const content = renderAddressRecord(toAddressRecord(place));
    return content === textOf(before, place.file) ? [] : [{path: place.file, content}];
  });
}

/** A quick test whether a record is complete. Nearly all are, and parsing every text is slow. */
function isWhole({addressRecords}: Toolkit, {file, address, texts}: PublishedPlace): boolean {
  const record = addressRecords.get(file)?.data;
  const anchors = new Set(record?.anchors);
  return record?.address === address && texts.every((text) => plainlyHasOnly(text, anchors));
}

function planRecord({addressRecords}: Toolkit, place: Omit<PublishedPlace, 'source'>) {
  const content = renderAddressRecord(toAddressRecord(place, addressRecords.get(place.file)?.data));
  return {path: place.file, content};
}

function textOf({documents}: Toolkit, file: string): string | undefined {
  return documents.find(({document}) => document.path === file)?.document.text;
}
