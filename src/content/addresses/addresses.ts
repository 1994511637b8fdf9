export interface SiteAddress {
  /** `https://toolkit.example`, without a path. */
  url: string;
  /** Begins and ends with `/`. */
  baseUrl: string;
}

export interface SitePage {
  /** Path from the folder of the built site, with `/`. */
  file: string;
  /** The source file, where one is known. */
  source?: string | undefined;
  anchors: ReadonlySet<string>;
  /** Where the page redirects readers: browsers keep the anchor. */
  refresh?: string | undefined;
}

export interface SitePlaces extends SiteAddress {
  pages: readonly SitePage[];
  /** Every file of the site, including pages. */
  files: ReadonlySet<string>;
}

/** The address of a built page, without the base URL and not encoded: `toolkit/floods/index.html` is `/toolkit/floods/`. */
export function addressOfFile(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The built file for an address: the reverse of `addressOfFile`. */
export function fileOfAddress(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
}

/** An address for use in links: with the base URL, and with spaces and non-ASCII letters encoded. */
export function hrefOf({baseUrl}: Pick<SiteAddress, 'baseUrl'>, address: string): string {
  return encodeURI(baseUrl + address.slice(1)).replace(/[?#]/g, encodeURIComponent);
}

/** The full address: `https://toolkit.example/toolkit/floods/`. */
export function absoluteUrl(site: SiteAddress, address: string): string {
  return site.url + hrefOf(site, address);
}

/** The owner of repositories and teams that a publisher replaces. */
export const PLACEHOLDER_OWNER = 'example-org';

/** Whether an address or an email is a placeholder that the publisher replaces; `.example` is reserved by RFC 2606. */
export function isPlaceholder(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return host.endsWith('.example') || host === `${PLACEHOLDER_OWNER}.github.io`;
}
