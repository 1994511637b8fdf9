import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {ledgerAddress} from '../../content/link-ledger/link-ledger.ts';
import {pageAddresses} from '../../content/markdown/page-addresses.ts';
import {parsePage} from '../../content/markdown/parsed-page.ts';
import {remember} from '../../content/memo.ts';
import type {Place} from '../../content/problem.ts';
import type {KindedDocument, Toolkit} from '../../content/toolkit.ts';

/** A link to another site, where an author wrote it. */
export interface ExternalLink {
  /** As stored in the ledger. */
  address: string;
  /** As the author wrote it. */
  written: string;
  path: string;
  place: () => Place | undefined;
  /** Whether it is in an edition, which cannot be changed. */
  isFrozen: boolean;
}

/**
 * Every link of pages, case studies, charts and editions to another site: in the text and in front matter, not in code.
 */
export function externalLinks({documents, config}: Pick<Toolkit, 'documents' | 'config'>): ExternalLink[] {
  const own = new URL(config.url).host;
  return documents.flatMap((entry) => {
    const {path} = entry.document;
    const isFrozen = entry.kind === 'edition-page' || entry.kind === 'edition-chart';
    return addressesOf(entry).flatMap((found): ExternalLink[] => {
      const address = ledgerAddress(found.address);
      if (address === undefined || new URL(address).host === own) return [];
      return [{address, written: found.address, path, place: found.place, isFrozen}];
    });
  });
}

function addressesOf({kind, document}: KindedDocument): {address: string; place: () => Place | undefined}[] {
  if (kind === 'page' || kind === 'case-study' || kind === 'edition-page') {
    const addresses = remember('addresses', [kind, document.text], () =>
      pageAddresses(parsePage(kind, document)).map(({address, place}) => ({address, place})),
    );
    return addresses.map(({address, place}) => ({address, place: () => place}));
  }
  if (kind !== 'chart' && kind !== 'edition-chart') return [];
  return frontMatterTexts(document.frontMatter)
    .filter(({path}) => path.at(-1) === 'url')
    .map(({path, text}) => ({address: text, place: () => document.placeOf(path)}));
}
