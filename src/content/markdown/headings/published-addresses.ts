import {addressRecordFile} from '../../addresses/address-record.ts';
import {addressOf} from '../../pages/page-id.ts';
import {compareText} from '../../problem.ts';
import {textsOf} from '../../records/published.ts';
import type {AddressRecord} from '../../schemas/record-schemas.ts';
import type {Toolkit} from '../../toolkit.ts';
import {headingsOf} from './headings.ts';

/** A published or frozen page, with every text it had at that address. */
export interface PublishedPlace {
  id: string;
  /** The edition that has it; missing for a live page. */
  edition?: string;
  file: string;
  address: string;
  texts: readonly string[];
  /** The file with its newest text. */
  source: string;
}

/** Every page that was ever published, from the texts on record and the editions, sorted by file and page. */
export function publishedPlaces({config, published, editions}: Toolkit): PublishedPlace[] {
  const live = [...published.versions.keys()].flatMap((id) => {
    const texts = textsOf(published, id);
    const newest = texts.at(-1);
    if (!newest) return [];
    return {
      id,
      file: addressRecordFile(),
      address: addressOf(config, id),
      texts: texts.map(({text}) => text),
      source: newest.path,
    };
  });
  const frozen = editions.flatMap(({name, pages}) =>
    pages.map(({id, document}) => ({
      id,
      edition: name,
      file: addressRecordFile(name),
      address: addressOf(config, id, name),
      texts: [document.text],
      source: document.path,
    })),
  );
  return [...live, ...frozen].sort((a, b) => compareText(a.file, b.file) || compareText(a.id, b.id));
}

/** The record of a page: the existing record, with anchors added from its texts. */
export function toAddressRecord(
  {address, texts}: Pick<PublishedPlace, 'address' | 'texts'>,
  previous?: AddressRecord,
): AddressRecord {
  // A heading of symbols only has no anchor.
  const written = texts.flatMap((text) => headingsOf(text).flatMap(({anchor}) => anchor || []));
  const anchors = new Set([...(previous?.anchors ?? []), ...written]);
  return {address, anchors: [...anchors].sort(compareText)};
}
