import {absoluteUrl, hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';

/** The address of the API page. All addresses here are without the site's base URL. */
export const API = '/api/';

/** Every page, with its title, dates and addresses. */
export const API_INDEX = '/api/index.json';

export const API_CHANGES = '/api/changes/index.json';

export const API_CASE_STUDIES = '/api/case-studies.json';

export const API_CASE_STUDIES_CSV = '/api/case-studies.csv';

/** Every page as Markdown, for language models: https://llmstxt.org */
export const LLMS_TEXT = '/llms.txt';

export const API_RATINGS = '/api/ratings.json';

/** The address of a page of a list: the first has the address of the list, others `/api/index/2.json`. */
export function apiListAddress(list: string, page: number): string {
  return page === 1 ? list : list.replace(/\.json$/, `/${page}.json`);
}

export function apiMonthAddress(month: string): string {
  return `/api/changes/${month}.json`;
}

/** The content item of the page at an address: `/toolkit/floods/` has `/api/content/toolkit/floods.json`. */
export function apiContentAddress(address: string): string {
  return `/api/content/${address.replace(/^\/|\/$/g, '') || 'index'}.json`;
}

export function markdownAddress(address: string): string {
  return `${address}index.html.md`;
}

/** The addresses of a page and its content item, in full and as paths. Key names follow GOV.UK's content items. */
export function addressesOf(address: string, site: SiteAddress) {
  const api = apiContentAddress(address);
  return {
    base_path: hrefOf(site, address),
    api_path: hrefOf(site, api),
    web_url: absoluteUrl(site, address),
    api_url: absoluteUrl(site, api),
  };
}
