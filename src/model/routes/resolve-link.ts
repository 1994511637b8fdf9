import type {SiteAddress} from './addresses.ts';
import {absoluteUrl} from './addresses.ts';

/** Where a link leads, as far as this site is concerned. */
export type Destination =
  | {kind: 'elsewhere'}
  | {kind: 'unreadable'; target: string}
  /** On the same host, but not below the base URL. */
  | {kind: 'outside'; path: string}
  /** The address is decoded and without the base URL, like those of pages. */
  | {kind: 'here'; address: string; anchor: string};

/** Follows a link from the page at an address, as a browser would. */
export function resolveLink(site: SiteAddress, from: string, target: string): Destination {
  const base = absoluteUrl(site, from);
  if (!URL.canParse(target, base)) return {kind: 'unreadable', target};
  const {protocol, host, pathname, hash} = new URL(target, base);
  // `http:` and `https:` alike: a link to our own host is ours, however it is written.
  if (!/^https?:$/.test(protocol) || host !== new URL(site.url).host) return {kind: 'elsewhere'};
  const path = decode(pathname);
  if (!path.startsWith(site.baseUrl)) return {kind: 'outside', path};
  return {kind: 'here', address: `/${path.slice(site.baseUrl.length)}`, anchor: readAnchor(hash)};
}

/** Without the `:~:text=` part, which names words of the page and not an element. */
function readAnchor(hash: string): string {
  const anchor = decode(hash.slice(1).replace(/:~:.*$/, ''));
  return anchor.toLowerCase() === 'top' ? '' : anchor;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
