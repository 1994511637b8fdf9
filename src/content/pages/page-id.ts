import {chartOf} from '../charts/chart-file.ts';
import {LINK_FILE} from '../link-ledger/link-ledger.ts';
import {NAVIGATION_FILE} from '../schemas/navigation-schema.ts';
import {BASELINE_FILE, FILE_RECORD} from '../schemas/record-schemas.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';

export type DocumentKind =
  | 'page'
  | 'case-study'
  | 'change-note'
  | 'update'
  | 'edition-page'
  | 'chart'
  | 'edition-chart'
  | 'edition'
  | 'update-record'
  | 'address-record'
  | 'file-record'
  | 'link-ledger'
  | 'baseline'
  | 'navigation';

/** The kind of a document at a path from the toolkit's root; `undefined` for files the model does not read. */
export function documentKind(path: string): DocumentKind | undefined {
  if (/^blog\/_pending\/[^/]+\.md$/.test(path)) return 'change-note';
  if (/^blog\/[^/]+\.md$/.test(path)) return 'update';
  if (/^docs\/case-studies\/.+\.md$/.test(path)) return 'case-study';
  if (/^(docs|handbook)\/.+\.md$/.test(path)) return 'page';
  if (EDITION_PAGE_RE.test(path)) return 'edition-page';
  const chart = chartOf(path);
  if (chart) return chart.edition === undefined ? 'chart' : 'edition-chart';
  if (/^ledgers\/editions\/[^/]+\.json$/.test(path)) return 'edition';
  if (recordedUpdate(path) !== undefined) return 'update-record';
  if (path === FILE_RECORD) return 'file-record';
  if (path === LINK_FILE) return 'link-ledger';
  if (path === BASELINE_FILE) return 'baseline';
  if (/^ledgers\/addresses\/[^/]+\.json$/.test(path)) return 'address-record';
  if (path === NAVIGATION_FILE) return 'navigation';
  return undefined;
}

/** The slug of the update whose record a file is; `undefined` for other files. */
export function recordedUpdate(path: string): string | undefined {
  return /^blog\/_published\/([^/]+)(?<!\.before)\.json$/.exec(path)?.[1];
}

/** Whether a file is a live page: guidance, a page of the handbook or a case study. */
export function isPagePath(path: string): boolean {
  return /^(docs|handbook)\/.+\.md$/.test(path);
}

const EDITION_PAGE_RE = /^versioned_docs\/version-([^/]+)\/(.+)\.md$/;

export function editionPageOf(path: string): {edition: string; id: string} {
  const [, edition = '', id = ''] = EDITION_PAGE_RE.exec(path) ?? [];
  return {edition, id};
}

/** The name of a record's file: the slug of an update, or the name of an edition. */
export function recordNameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '');
}

/** The name of a page in an edition, `2017-03:index`. */
export function qualifiedId(id: string, edition?: string | undefined): string {
  return edition === undefined ? id : `${edition}:${id}`;
}

/** The id of a page: its path without `docs/` and extension. Handbook ids keep `handbook/`. */
export function pageIdOf(path: string): string {
  return path.replace(/^docs\//, '').replace(/\.md$/, '');
}

/** The collection of a page, by its id. The index of a folder belongs to none. */
export function collectionOf<Kind extends {folder: string}>(
  id: string,
  collections: readonly Kind[],
): Kind | undefined {
  return /(^|\/)index$/.test(id) ? undefined : collections.find(({folder}) => id.startsWith(`${folder}/`));
}

/** Whether a page of `docs/` belongs in the menu: case studies, and collections with a list page, have a list of their own. */
export function hasPlaceInMenu(id: string, collections: readonly {folder: string; list?: unknown}[]): boolean {
  return !id.startsWith('case-studies/') && !collectionOf(id, collections)?.list;
}

/** The address below which the pages of `docs/` are, and of the first of them. */
export type PagesAt = Pick<ToolkitConfig, 'pages_at'>;

/**
 * The address of a page, live or in an edition, without the site's base URL; begins and ends with `/`. A page called
 * `index`, `readme` or like its folder is at the address of the folder, as Docusaurus has it.
 */
export function addressOf({pages_at}: PagesAt, pageId: string, edition?: string | undefined): string {
  const isHandbook = /^handbook(?:\/|$)/.test(pageId);
  const names = pageId.split('/').slice(isHandbook ? 1 : 0);
  const [name, folder] = names.toReversed();
  const isFolder = name !== undefined && ['index', 'readme', folder].includes(name);
  const path = (isFolder ? names.slice(0, -1) : names).map((part) => `${part}/`).join('');
  if (isHandbook) return `/${path}`;
  return edition === undefined ? pages_at + path : `${pages_at}${edition}/${path}`;
}

/** The id of the page at an address: the reverse of `addressOf`. The front page of the toolkit is `index`. */
export function idAt({pages_at}: PagesAt, address: string): string {
  const path = withSlash(address);
  if (path === pages_at) return 'index';
  return path.startsWith(pages_at) ? path.slice(pages_at.length, -1) : `handbook/${path.slice(1, -1)}`;
}

export function idsOf(config: PagesAt, id: string, redirectFrom: readonly string[] = []): string[] {
  return [id, ...redirectFrom.map((address) => idAt(config, address))];
}

/** Adds the trailing slash that every page of a site has. Docusaurus' permalinks have none. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
