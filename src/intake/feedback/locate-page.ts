import {textIn} from '../../language/text.ts';
import {type UnreadPage, unreadPages} from '../../model/files/unread-pages.ts';
import {listsOf} from '../../model/pages/collection-pages.ts';
import {addressOf, idAt, idsOf} from '../../model/pages/page-id.ts';
import type {SiteAddress} from '../../model/routes/addresses.ts';
import {LIVE} from '../../model/routes/difference-addresses.ts';
import {generatedPages} from '../../model/routes/generated-routes.ts';
import {titleOf} from '../../model/source-document.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';

/** The page that feedback is about. */
export interface LocatedPage {
  /** Its current id, or its last one. */
  id: string;
  title: string;
  /** Without the site's base URL. */
  address: string;
  /** `live`, or the name of the edition that the reader read. */
  edition: string;
  /** Whether a live page has this id. */
  isLive: boolean;
  /** The file of the live page, if it cannot be read. */
  unread?: string;
}

/** The page at an address that feedback gives. */
export function locatePage(toolkit: Toolkit, address: string | undefined): LocatedPage | undefined {
  const path = address === undefined ? undefined : pathOf(toolkit.config, address);
  return path === undefined ? undefined : locateByPath(toolkit, path);
}

/** The page that feedback is about if it is generated, such as the list of case studies; a part of a list counts as it. */
export function locateGeneratedPage(
  {config}: Pick<Toolkit, 'config'>,
  address: string | undefined,
): {title: string; address: string} | undefined {
  const path = address === undefined ? undefined : pathOf(config, address);
  if (path === '/') return {title: config.title, address: path};
  const own = listsOf(config).map(({label: title, list}) => ({title, address: list.address}));
  const search = {title: textIn(config.language).names.allPages, address: '/search/'};
  return [...generatedPages(config), ...own, search]
    .filter((page) => path?.startsWith(page.address))
    .sort((a, b) => b.address.length - a.address.length)[0];
}

/** The path of an address in the site, with a slash at both ends; `undefined` for another site. */
function pathOf({url, baseUrl}: SiteAddress, address: string): string | undefined {
  if (!URL.canParse(address, url)) return undefined;
  const {origin, pathname} = new URL(address, url);
  if (origin !== new URL(url).origin || !`${pathname}/`.startsWith(baseUrl)) return undefined;
  return `/${decode(pathname.slice(baseUrl.length)).replace(/(^|\/)index\.html$/, '$1')}/`.replace(/\/{2,}/g, '/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function locateByPath(toolkit: Toolkit, path: string): LocatedPage | undefined {
  const [, edition = '', rest = ''] = /^\/toolkit\/([^/]+)\/(.*)$/.exec(path) ?? [];
  if (toolkit.editions.some(({name}) => name === edition)) {
    return inEdition(toolkit, edition, rest === '' ? 'index' : rest.replace(/\/$/, ''));
  }
  // The page of a difference is about the page that differs.
  const [, changed] = /^\/updates\/[^/]+\/changes\/(.+)\/$/.exec(path) ?? [];
  return liveOf(toolkit, changed ?? idAt(path));
}

/** A page by its current or a former id. A page that cannot be read counts; a removed one is known from its published texts. */
function liveOf(toolkit: Toolkit, id: string): LocatedPage | undefined {
  const page = allPages(toolkit).find((candidate) => idsOf(candidate.id, candidate.data.redirect_from).includes(id));
  if (page) return {id: page.id, title: page.data.title, address: page.address, edition: LIVE, isLive: true};
  const unread = unreadPages(toolkit).find(({ids}) => ids.includes(id));
  if (unread) return unreadOf(unread);
  const versions = toolkit.published.versions.get(id);
  if (!versions) return undefined;
  const newest = versions.findLast((version) => version.page)?.page?.document();
  return {id, title: newest ? titleOf(newest, id) : id, address: addressOf(id), edition: LIVE, isLive: false};
}

function unreadOf({id, title, path}: UnreadPage): LocatedPage {
  return {id, title, address: addressOf(id), edition: LIVE, isLive: false, unread: path};
}

function inEdition(toolkit: Toolkit, edition: string, id: string): LocatedPage | undefined {
  const page = toolkit.editions.find(({name}) => name === edition)?.pages.find((candidate) => candidate.id === id);
  if (!page) return undefined;
  const live = liveOf(toolkit, id);
  const address = addressOf(id).replace('/toolkit/', `/toolkit/${edition}/`);
  return {
    id: live?.id ?? id,
    title: titleOf(page.document, id),
    address,
    edition,
    isLive: live?.isLive ?? false,
    ...(live?.unread !== undefined && {unread: live.unread}),
  };
}
