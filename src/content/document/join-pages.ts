import type {SiteAddress} from '../links/addresses.ts';
import {collectLinks} from '../links/collect-links.ts';
import type {CutPage} from './render-section.ts';
import {renderSection} from './render-section.ts';

/** The sections of the document, in the order of the pages. */
export function joinPages(site: SiteAddress, pages: readonly CutPage[]): string {
  const anchors = new Map(pages.map(({address, html}) => [address, collectLinks(html).anchors]));
  return pages.map((page) => renderSection(page, {...site, anchors})).join('');
}
