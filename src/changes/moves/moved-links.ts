import {hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {resolveLink} from '../../content/addresses/resolve-link.ts';
import {addressOfSource, decode, relativePath} from '../../content/addresses/source-files.ts';
import {addressOf, type PagesAt, pageIdOf, withSlash} from '../../content/pages/page-id.ts';

export interface MovedPlaces {
  site: SiteAddress & PagesAt;
  /** Every file before the move, by path. */
  existing: ReadonlySet<string>;
  /** The new path of each file that moves. */
  files: ReadonlyMap<string, string>;
  /** The new address of each page that moves, by its old address. */
  addresses: ReadonlyMap<string, string>;
}

/** A file with links: its current path, its path before a move and its path after the move. */
export interface LinkingFile {
  path: string;
  /** `undefined` for a file that does not move. */
  origin: string | undefined;
  target: string;
}

/** Whether readers use an address to reach a file. Files in the root are only read next to other files. */
const SERVED_RE = /^(docs|handbook)\//;
const STATIC = 'static';

export function movedPlaces(
  site: SiteAddress & PagesAt,
  existing: readonly string[],
  files: ReadonlyMap<string, string>,
): MovedPlaces {
  const pages = [...files].filter(([path]) => SERVED_RE.test(path) && path.endsWith('.md'));
  const addresses = new Map(
    pages.map(([from, to]) => [addressOf(site, pageIdOf(from)), addressOf(site, pageIdOf(to))]),
  );
  // A file that was moved by hand is also known by its old path.
  return {site, existing: new Set([...existing, ...files.keys()]), files, addresses};
}

/** The new text of a link after files have moved; `undefined` if it does not change. */
export function movedUrl(url: string, {path, origin, target}: LinkingFile, places: MovedPlaces): string | undefined {
  const moved = movedFrom(url, path, target, places);
  const [file = ''] = url.split(/[?#]/, 1);
  // A link in a file that was moved by hand may still be relative to the old path.
  const isOld = origin !== undefined && path === target && !fileNamedBy(file, path, places.existing);
  if (moved !== undefined || !isOld || !fileNamedBy(file, origin, places.existing)) return moved;
  return movedFrom(url, origin, target, places);
}

/** The new address for the address of a page that moves. The parts after `#` or `?` stay. */
export function movedAddress(address: string, {addresses}: Pick<MovedPlaces, 'addresses'>): string | undefined {
  const [path, suffix] = splitUrl(address);
  const moved = addresses.get(withSlash(path));
  return moved === undefined ? undefined : moved + suffix;
}

/** Resolves the path of a link to a file: relative to its own file, to the folder of all pages, or to `static/`. */
function fileNamedBy(path: string, from: string, existing: ReadonlySet<string>): string | undefined {
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return undefined;
  const root = SERVED_RE.exec(from)?.[1] ?? '';
  const named = decode(path);
  const candidates = named.startsWith('/')
    ? [root + named, ...(root === '' ? [named.slice(1)] : [STATIC + named])]
    : [decode(new URL(path, `https://files.example/${encodeURI(from)}`).pathname.slice(1))];
  return candidates.find((file) => existing.has(file));
}

function movedFrom(url: string, from: string, to: string, places: MovedPlaces): string | undefined {
  const [path, suffix] = splitUrl(url);
  if (path === '') return undefined;
  const file = fileNamedBy(path, from, places.existing);
  if (file === undefined) return SERVED_RE.test(from) ? addressFrom(url, from, to, places) : undefined;
  const moved = places.files.get(file) ?? file;
  if (moved === file && (from === to || path.startsWith('/'))) return undefined;
  return linkToFile(path, file, moved, to, places.site) + suffix;
}

/** Resolves a link that is not the path of a file to an address, as browsers do. */
function addressFrom(url: string, from: string, to: string, {site, addresses}: MovedPlaces): string | undefined {
  const destination = resolveLink(site, addressOfSource(site, from), url);
  if (destination.kind !== 'here') return undefined;
  const [path, suffix] = splitUrl(url);
  const moved = addresses.get(withSlash(destination.address));
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path);
  if (moved === undefined && (!isRelative || from === to)) return undefined;
  const [host = ''] = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i.exec(path) ?? [];
  return host + hrefOf(site, moved ?? destination.address) + suffix;
}

function linkToFile(path: string, file: string, moved: string, holder: string, site: SiteAddress): string {
  if (moved.startsWith(`${STATIC}/`) && SERVED_RE.test(holder)) return hrefOf(site, moved.slice(STATIC.length));
  const root = SERVED_RE.exec(holder)?.[0] ?? '';
  if (path.startsWith('/') && !file.startsWith(`${STATIC}/`) && moved.startsWith(root))
    return `/${encode(moved.slice(root.length))}`;
  const relative = relativePath(holder, moved);
  return encode(path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative);
}

function splitUrl(url: string): [path: string, suffix: string] {
  const end = /[?#]/.exec(url)?.index ?? url.length;
  return [url.slice(0, end), url.slice(end)];
}

/** Escapes spaces and brackets, which would end an address in Markdown. */
function encode(path: string): string {
  return encodeURI(path).replace(/[()?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
