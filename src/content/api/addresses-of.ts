import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl, hrefOf} from '../links/addresses.ts';
import {apiContentAddress} from './api-addresses.ts';

/** The addresses of a page and of its content item, in full and as paths; named as GOV.UK's content items name them. */
export function addressesOf(address: string, site: SiteAddress) {
  const api = apiContentAddress(address);
  return {
    base_path: hrefOf(site, address),
    api_path: hrefOf(site, api),
    web_url: absoluteUrl(site, address),
    api_url: absoluteUrl(site, api),
  };
}
