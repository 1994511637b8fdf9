/** Where a site stands on the web. */
export interface SiteAddress {
  /** `https://toolkit.example`, without a path. */
  url: string;
  /** Begins and ends with `/`. */
  baseUrl: string;
}

/** The address of a built page, without the base URL and not encoded: `toolkit/floods/index.html` is `/toolkit/floods/`. */
export function addressOfFile(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The built file that is served at an address; the other way round. */
export function fileOfAddress(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

/** An address as links write it: with the base URL, and with spaces and letters beyond ASCII encoded. */
export function hrefOf({baseUrl}: Pick<SiteAddress, 'baseUrl'>, address: string): string {
  return encodeURI(baseUrl + address.slice(1)).replace(/[?#]/g, encodeURIComponent);
}

/** An address as the rest of the web writes it: `https://toolkit.example/toolkit/floods/`. */
export function absoluteUrl(site: SiteAddress, address: string): string {
  return site.url + hrefOf(site, address);
}
