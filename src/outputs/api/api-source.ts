import type {CatalogueCaseStudy, CataloguePage} from '../../model/pages/catalogue.ts';
import {catalogueOf} from '../../model/pages/catalogue.ts';
import type {PageHistory} from '../../model/updates/history.ts';
import type {SiteAddress} from '../../model/routes/addresses.ts';
import {addressOf, idsOf} from '../../model/pages/page-id.ts';
import type {Records} from '../../model/page-record.ts';
import type {ChangeNote} from '../../model/schemas/change-note-schema.ts';
import type {Term} from '../../model/schemas/toolkit-schema.ts';
import type {PageEntry, Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import {addressesOf} from '../../model/routes/api-addresses.ts';
import {changesOf} from './changes.ts';

/** What every file for programs is made from: the records that pages are made from, and no second reading. */
export interface ApiSource extends SiteAddress {
  toolkit: Toolkit;
  records: Records;
  /** By id. */
  catalogue: ReadonlyMap<string, CataloguePage>;
  caseStudies: readonly CatalogueCaseStudy[];
  /** Every published change, newest first, by the update and its number there: `2026-11-24#2`. */
  changes: ReadonlyMap<string, Change>;
  /** The page of an id, or of one that it had before; the id alone where the page is gone. */
  linkTo(id: string): PageLink;
}

/** Reads a toolkit once for all files. */
export function apiSource({url, baseUrl}: SiteAddress, toolkit: Toolkit, records: Records): ApiSource {
  const site = {url, baseUrl};
  const links = new Map(
    allPages(toolkit).flatMap((page) => {
      const link = toPageLink(page, site);
      return idsOf(page.id, page.data.redirect_from).map((id) => [id, link] as const);
    }),
  );
  const linkTo = (id: string) => links.get(id) ?? {id};
  const {pages, caseStudies} = catalogueOf(toolkit);
  return {
    ...site,
    toolkit,
    records,
    catalogue: new Map([...pages, ...caseStudies].map((page) => [page.id, page])),
    caseStudies,
    changes: new Map(changesOf(records.updates, site, linkTo).map((change) => [change.id, change])),
    linkTo,
  };
}

/** The history that readers see on a page: the front page has that of the whole toolkit. */
export function shownHistory({records}: Pick<ApiSource, 'records'>, id: string): PageHistory {
  const own = id === 'index' ? records.toolkit : records.pages[id]?.history;
  return own ?? {major: [], minor: [], older: []};
}

/** Terms of a vocabulary, each with the page about it. */
export function termLinks(ids: readonly string[], vocabulary: readonly Term[], source: ApiSource): TermLink[] {
  return ids.map((id) => {
    const {label, page} = vocabulary.find((term) => term.id === id) ?? {label: id};
    const {id: _page, document_type: _type, withdrawn: _withdrawn, ...link} = source.linkTo(page ?? '');
    return {id, ...(page !== undefined && link), title: label};
  });
}

/** The kind of a page, as programs are told it. */
export function documentTypeOf(id: string): NonNullable<PageLink['document_type']> {
  if (id.startsWith('case-studies/')) return 'case_study';
  return addressOf(id).startsWith('/toolkit/') ? 'guidance' : 'handbook';
}

function toPageLink({id, address, data: {title, withdrawn}}: PageEntry, site: SiteAddress): PageLink {
  return {
    id,
    title,
    document_type: documentTypeOf(id),
    ...addressesOf(address, site),
    ...(withdrawn && {withdrawn: true}),
  };
}

/** A page as others name it, with the addresses that GOV.UK's content items have; an id alone where the page is gone. */
export interface PageLink {
  id: string;
  title?: string;
  document_type?: 'guidance' | 'case_study' | 'handbook';
  base_path?: string;
  /** The path of its content item on the same host. */
  api_path?: string;
  web_url?: string;
  api_url?: string;
  withdrawn?: true;
}

/** A priority, an approach or a region; it has addresses where a page is about it. */
interface TermLink extends Omit<PageLink, 'document_type' | 'withdrawn'> {
  title: string;
}

/** A change as the history of a page shows it. Days are RFC 3339 `full-date`: no time of day is known. */
export interface HistoryItem extends Pick<ChangeNote, 'note' | 'kind' | 'corrects'> {
  /** The update and the number of the change in it, from 1: `2026-11-24#2`. It never changes. */
  id: string;
  public_timestamp: string;
  /** Only where the day is not known. */
  published?: {earliest: string; latest: string};
  corrections?: {id: string; public_timestamp: string; note: string; web_url: string}[];
  web_url: string;
}

/** A published change, with the public note that came with it. */
export interface Change extends HistoryItem, Omit<ChangeNote, 'note' | 'kind' | 'corrects' | 'pages'> {
  update: {slug: string; title: string};
  pages: PageLink[];
}
