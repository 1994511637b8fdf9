import {frontMatterTexts} from '../front-matter-texts.ts';
import {addressOf, pageIdOf} from '../page-id.ts';
import type {SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {addToList, removeFromList, replaceValue} from './edit-front-matter.ts';
import {editLinks} from './link-destinations.ts';
import type {MovedPlaces} from './moved-places.ts';
import {leadLink, namesFile} from './moved-places.ts';
import {wasPublished} from './was-published.ts';

/** What a move is about, for whoever looks at one file. */
export interface MoveContext {
  toolkit: Toolkit;
  places: MovedPlaces;
  /** Pages by path. */
  documents: ReadonlyMap<string, SourceDocument>;
  /** The new id of each page, by its id before. */
  ids: ReadonlyMap<string, string>;
  /** New ids of the pages that readers know at their old address. */
  known: readonly string[];
}

/** A Markdown file once files have moved: its links, and for a page whatever its front matter names. */
export function leadPage(text: string, holding: Holding, context: MoveContext): string {
  const {path, origin, target} = holding;
  const led = leadLinks(text, holding, context.places);
  const document = context.documents.get(path);
  const named = document ? leadFrontMatter(led, document, holding, context) : led;
  return origin !== undefined && path.endsWith('.md') ? leadOldAddress(named, origin, target, context) : named;
}

/** Where a file is, and where it will be. */
export interface Holding {
  path: string;
  /** Where the file was, for one that moves. */
  origin: string | undefined;
  target: string;
}

function leadLinks(text: string, holding: Holding, places: MovedPlaces): string {
  return mayLink(text, holding, places) ? editLinks(text, (url) => ledUrl(url, holding, places)) : text;
}

/** Parsing takes time, and few pages name what moves. */
function mayLink(text: string, {origin}: Holding, {files, addresses}: MovedPlaces): boolean {
  if (origin !== undefined) return true;
  const names = [
    ...[...files.keys()].map((file) => file.replace(/^.*\//, '').replace(/\.md$/, '')),
    ...[...addresses.keys()].map((address) => address.split('/').at(-2) ?? ''),
  ];
  return names.some((name) => text.includes(name) || text.includes(encodeURI(name)));
}

function ledUrl(url: string, {path, origin, target}: Holding, places: MovedPlaces): string | undefined {
  const led = leadLink(url, {from: path, to: target}, places);
  // Moved by hand: a link may be written as it was at the old place.
  if (led !== undefined || origin === undefined || path !== target || namesFile(url, path, places)) return led;
  return namesFile(url, origin, places) ? leadLink(url, {from: origin, to: target}, places) : undefined;
}

function leadFrontMatter(
  text: string,
  {frontMatter}: SourceDocument,
  holding: Holding,
  {ids, places}: MoveContext,
): string {
  const successor = (frontMatter?.withdrawn as {replaced_by?: unknown} | undefined)?.replaced_by;
  const led = ids.get(String(successor));
  const named = led === undefined ? text : replaceValue(text, ['withdrawn', 'replaced_by'], led);
  return frontMatterTexts(frontMatter)
    .filter(({text: value}) => /^https?:/i.test(value))
    .reduce((after, {path, text: value}) => {
      const url = ledUrl(value, holding, places);
      return url === undefined ? after : replaceValue(after, path, url);
    }, named);
}

/** The old address leads on where readers know it; the address that a page takes is no redirect any more. */
function leadOldAddress(
  text: string,
  origin: string,
  target: string,
  {known, documents, toolkit}: MoveContext,
): string {
  const [from, to] = [addressOf(pageIdOf(origin)), addressOf(pageIdOf(target))];
  const {redirect_from: listed} = (documents.get(origin) ?? documents.get(target))?.frontMatter ?? {};
  const addresses: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const isKnown = known.includes(pageIdOf(target)) && wasPublished(toolkit, pageIdOf(origin));
  if (!isKnown || addresses.includes(from)) return removeFromList(text, 'redirect_from', to);
  // One takes the place of the other, so that a page that goes back is as it was.
  if (addresses.includes(to)) return replaceValue(text, ['redirect_from', addresses.indexOf(to)], from);
  return addToList(text, 'redirect_from', from);
}
