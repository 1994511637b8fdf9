import {addressOfFile, hrefOf} from './addresses.ts';
import type {Meant} from './judge-destination.ts';
import type {LinkedSite} from './linked-site.ts';
import {fileOfTarget, relativePath} from './source-files.ts';

/** A stretch of a file's text, as offsets in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/**
 * Where the Markdown of a link, an image or a definition writes its address; `undefined` where that is not certain, as
 * with an address that is escaped.
 */
export function spanOfTarget(text: string, {start, end}: Span, target: string): Span | undefined {
  const markdown = text.slice(start, end);
  const written = RegExp.escape(target);
  // After `](` of a link or `]: ` of a definition; a title may follow.
  const found = [...markdown.matchAll(new RegExp(`\\](?:\\(|:)\\s*<?(${written})>?(?=[\\s)]|$)`, 'gd'))];
  const at = found.at(-1)?.indices?.[1];
  return at && {start: start + at[0], end: start + at[1]};
}

/** An address that leads where it is meant to, in the form that its author chose: a file, an address or a whole one. */
export function mendTarget(
  site: LinkedSite,
  from: string,
  target: string,
  {address, anchor}: Meant,
): string | undefined {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const fragment = anchor === '' ? '' : `#${encodeURI(anchor)}`;
  if (address === undefined) return `${path}${query}${fragment}`;
  const place = pathTo(site, from, path, address);
  return place === undefined || /[()<>\s]/.test(place) ? undefined : `${place}${query}${fragment}`;
}

function pathTo(site: LinkedSite, from: string, path: string, address: string): string | undefined {
  const source = site.pages.find(({file}) => addressOfFile(file) === address)?.source;
  const isFile = fileOfTarget(from, path) !== undefined;
  // A file of another collection is none that Docusaurus would find.
  if (isFile && source?.split('/')[0] === from.split('/')[0]) return encodeURI(relativePath(from, source ?? ''));
  const href = hrefOf(site, address);
  if (/^https?:/i.test(path)) return site.url + href;
  return site.baseUrl !== '/' && path.startsWith(site.baseUrl) ? href : hrefOf({baseUrl: '/'}, address);
}
