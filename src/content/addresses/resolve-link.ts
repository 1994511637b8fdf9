import {absoluteUrl, type SiteAddress} from './addresses.ts';

export type Destination =
  | {kind: 'elsewhere'}
  | {kind: 'unreadable'; target: string}
  /** On the same host, but not below the base URL. */
  | {kind: 'outside'; path: string}
  /** The address is decoded and has no base URL, like the addresses of pages. */
  | {kind: 'here'; address: string; anchor: string};

/** Resolves a link from the page at an address, as a browser would. */
export function resolveLink(site: SiteAddress, from: string, target: string): Destination {
  const base = absoluteUrl(site, from);
  const url = URL.parse(target, base);
  if (!url) return {kind: 'unreadable', target};
  const {protocol, host, pathname, hash} = url;
  // A link to our own host is internal with either `http:` or `https:`.
  if (!/^https?:$/.test(protocol) || host !== new URL(site.url).host) return {kind: 'elsewhere'};
  const path = decodeFully(pathname);
  if (!path.startsWith(site.baseUrl)) return {kind: 'outside', path};
  return {kind: 'here', address: `/${path.slice(site.baseUrl.length)}`, anchor: readAnchor(hash)};
}

/** Removes the `:~:text=` part, which selects text and not an element. */
function readAnchor(hash: string): string {
  const anchor = decodeFully(hash.slice(1).replace(/:~:.*$/, ''));
  return anchor.toLowerCase() === 'top' ? '' : anchor;
}

/** Decodes an address, including `%2F`; returns it unchanged if that fails. */
export function decodeFully(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
