import type {SiteAddress} from '../../../content/addresses/addresses.ts';
import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {generatedPages} from '../../../content/addresses/generated-routes.ts';
import {listsOf} from '../../../content/pages/collection-pages.ts';
import {addressOf, idAt} from '../../../content/pages/page-id.ts';
import {titleOf} from '../../../content/source-document.ts';
import {allPages, type Toolkit} from '../../../content/toolkit.ts';

export interface LocatedPage {
  title: string;
  /** Without the site's base URL. */
  address: string;
  /** Its current id; missing for a generated page, such as the list of case studies. */
  id?: string;
  /** `live`, or the name of the edition that the reader read; missing for a generated page. */
  edition?: string;
}

/** The page at an address that feedback gives, which may be a former one, or that of a difference. */
export function locatePage(toolkit: Toolkit, address: string): LocatedPage | undefined {
  const path = pathOf(toolkit.config, address);
  if (path === undefined) return undefined;
  const frozen = toolkit.editions
    .flatMap(({name: edition, pages}) => pages.map(({id, document}) => ({id, document, edition})))
    .find(({id, edition}) => addressOf(toolkit.config, id, edition) === path);
  if (frozen) {
    const {id, document, edition} = frozen;
    return {id: liveId(toolkit, id) ?? id, title: titleOf(document, id), address: path, edition};
  }
  const [, changed] = /^\/updates\/[^/]+\/changes\/(.+)\/$/.exec(path) ?? [];
  const id = liveId(toolkit, changed ?? idAt(toolkit.config, path));
  const page = allPages(toolkit).find((candidate) => candidate.id === id);
  if (page) return {id: page.id, title: page.data.title, address: page.address, edition: LIVE};
  return generatedPage(toolkit, path);
}

/** The path of an address in the site, with a slash at both ends; `undefined` for another site. */
function pathOf({url, baseUrl}: SiteAddress, address: string): string | undefined {
  if (!URL.canParse(address, url)) return undefined;
  const {origin, pathname} = new URL(address, url);
  if (origin !== new URL(url).origin || !`${pathname}/`.startsWith(baseUrl)) return undefined;
  return `/${pathname.slice(baseUrl.length).replace(/(^|\/)index\.html$/, '$1')}/`.replace(/\/{2,}/g, '/');
}

function liveId(toolkit: Toolkit, id: string): string | undefined {
  return allPages(toolkit).find(({ids}) => ids.includes(id))?.id;
}

/** A page that the build generates; a part of a list counts as the list. */
function generatedPage(toolkit: Toolkit, path: string): LocatedPage | undefined {
  const {config} = toolkit;
  if (path === '/') return {title: config.title, address: path};
  const lists = listsOf(config).map(({label: title, list}) => ({title, address: list.address}));
  const [page] = [...generatedPages(toolkit), ...lists]
    .filter(({address}) => path.startsWith(address))
    .sort((a, b) => b.address.length - a.address.length);
  return page && {title: page.title, address: page.address};
}
