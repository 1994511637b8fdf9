import {addressOf, editionAddress, editionPageOf, pageIdOf} from '../pages/page-id.ts';
import {addressOfFile, hrefOf} from './addresses.ts';
import type {LinkFault, SitePlaces} from './check-destination.ts';

/** The address of a live page or of a page of an edition, by its file. */
export function addressOfSource(path: string): string {
  const {edition, id} = editionPageOf(path);
  return id === '' ? addressOf(pageIdOf(path)) : editionAddress(edition, id);
}

/**
 * Resolves a link in a file to a file, as Docusaurus does: relative to the file, or to the folder of all pages;
 * `undefined` if the link is not a path of a file.
 */
export function fileOfTarget(from: string, target: string): string | undefined {
  const [written = ''] = target.split(/[?#]/);
  if (!/\.mdx?$/.test(written) || /^[a-z][a-z\d+.-]*:/i.test(written)) return undefined;
  const file = decode(written);
  const root = /^(versioned_docs\/[^/]+|[^/]+)\//.exec(from)?.[1] ?? '';
  const base = file.startsWith('/') ? root : from.replace(/\/[^/]*$/, '');
  return decode(new URL(`https://files.example/${base}/${file.replace(/^\//, '')}`).pathname.slice(1));
}

/** The relative path from one file to another, `../approaches/wardens.md`. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/**
 * The target of a link, corrected to the address and anchor that it means, in the author's form: a file, a path or a
 * whole address. `undefined` if it would need escapes.
 */
export function correctedTarget(
  site: SitePlaces,
  from: string,
  target: string,
  meant: NonNullable<LinkFault['meant']>,
): string | undefined {
  const [, written = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const place = meant.address === undefined ? written : pathTo(site, from, written, meant.address);
  if (meant.address !== undefined && /[()<>\s]/.test(place)) return undefined;
  return place + query + (meant.anchor === '' ? '' : `#${encodeURI(meant.anchor)}`);
}

function pathTo(site: SitePlaces, from: string, path: string, address: string): string {
  const source = site.pages.find(({file}) => addressOfFile(file) === address)?.source;
  const isFile = fileOfTarget(from, path) !== undefined;
  // Docusaurus does not find files of another collection.
  if (isFile && source?.split('/')[0] === from.split('/')[0]) return encodeURI(relativePath(from, source ?? ''));
  const href = hrefOf(site, address);
  if (/^https?:/i.test(path)) return site.url + href;
  return site.baseUrl !== '/' && path.startsWith(site.baseUrl) ? href : hrefOf({baseUrl: '/'}, address);
}

/** Decodes an address for display; returns it unchanged if that fails. */
export function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
