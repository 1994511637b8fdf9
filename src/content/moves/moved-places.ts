import type {SiteAddress} from '../links/addresses.ts';
import {hrefOf} from '../links/addresses.ts';
import {resolveLink} from '../links/resolve-link.ts';
import {addressOfSource} from '../links/source-files.ts';
import {addressOf, pageIdOf, withSlash} from '../page-id.ts';

/** Files that lie elsewhere now, and the site that they are of. */
export interface MovedPlaces {
  site: SiteAddress;
  /** Every file as it was, by path. */
  known: ReadonlySet<string>;
  /** The new path of each file that moves. */
  files: ReadonlyMap<string, string>;
  /** The new address of each page that moves, by its address as it was. */
  addresses: ReadonlyMap<string, string>;
}

/** Where a file was that holds links, and where it is. */
interface Holder {
  from: string;
  to: string;
}

/** Readers know pages and downloads by their address; a file in the root is read beside the others. */
const SERVED_RE = /^(docs|handbook)\//;
const STATIC = 'static';

/** What moves when these files do. */
export function movedPlaces(
  site: SiteAddress,
  known: readonly string[],
  files: ReadonlyMap<string, string>,
): MovedPlaces {
  const pages = [...files].filter(([path]) => SERVED_RE.test(path) && path.endsWith('.md'));
  const addresses = new Map(pages.map(([from, to]) => [addressOf(pageIdOf(from)), addressOf(pageIdOf(to))]));
  // A file that was moved by hand is known by its old place too.
  return {site, known: new Set([...known, ...files.keys()]), files, addresses};
}

/** Whether a link, written in a file, names a file. */
export function namesFile(url: string, from: string, {known}: MovedPlaces): boolean {
  return fileNamedBy(url.split(/[?#]/, 1)[0] ?? '', from, known) !== undefined;
}

/** How a link of a file must be written once files have moved; `undefined` where it may stay as it is. */
export function leadLink(url: string, holder: Holder, places: MovedPlaces): string | undefined {
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (path === '') return undefined;
  const file = fileNamedBy(path, holder.from, places.known);
  if (file !== undefined) {
    const led = places.files.get(file) ?? file;
    if (led === file && (holder.from === holder.to || path.startsWith('/'))) return undefined;
    return writeFile(path, file, led, holder.to, places.site) + suffix;
  }
  return SERVED_RE.test(holder.from) ? leadAddress(url, path, suffix, holder, places) : undefined;
}

/** The file that the path of a link names: beside its own, from the folder of all pages, or in `static/`. */
export function fileNamedBy(path: string, from: string, known: ReadonlySet<string>): string | undefined {
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return undefined;
  const decoded = decode(path);
  const root = SERVED_RE.exec(from)?.[1] ?? '';
  const candidates = decoded.startsWith('/')
    ? [root + decoded, ...(root === '' ? [decoded.slice(1)] : [STATIC + decoded])]
    : [resolve(folderOf(from), decoded)];
  return candidates.find((file) => known.has(file));
}

function writeFile(path: string, file: string, led: string, holder: string, site: SiteAddress): string {
  if (led.startsWith(`${STATIC}/`) && SERVED_RE.test(holder)) return hrefOf(site, led.slice(STATIC.length));
  const root = SERVED_RE.exec(holder)?.[0] ?? '';
  if (path.startsWith('/') && !file.startsWith(`${STATIC}/`) && led.startsWith(root))
    return `/${encode(led.slice(root.length))}`;
  const relative = relativePath(folderOf(holder), led);
  return encode(path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative);
}

/** A link that names no file names an address, as browsers read it. */
function leadAddress(
  url: string,
  path: string,
  suffix: string,
  holder: Holder,
  {site, addresses}: MovedPlaces,
): string | undefined {
  const destination = resolveLink(site, addressOfSource(holder.from), url);
  if (destination.kind !== 'here') return undefined;
  const address = withSlash(destination.address);
  const led = addresses.get(address);
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path);
  if (led === undefined && (!isRelative || holder.from === holder.to)) return undefined;
  const [origin = ''] = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i.exec(path) ?? [];
  return origin + hrefOf(site, led ?? destination.address) + suffix;
}

function folderOf(file: string): string {
  return file.replace(/[^/]*$/, '');
}

function resolve(folder: string, path: string): string {
  const segments: string[] = [];
  for (const segment of `${folder}${path}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function relativePath(folder: string, file: string): string {
  const [from, to] = [folder.split('/').slice(0, -1), file.split('/')];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** Spaces and brackets would end an address in Markdown. */
function encode(path: string): string {
  return encodeURI(path).replace(/[()?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
