import type {PageHistory} from '../../changes/updates/history.ts';
import type {Records} from '../../changes/updates/page-record.ts';
import type {SiteAddress} from '../../content/addresses/addresses.ts';
import {catalogueOf} from '../../content/pages/catalogue.ts';
import {collectionOf} from '../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {termIdsIn, type Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {addressesOf} from './addresses.ts';
import {type ApiPageLink, changesOf} from './changes.ts';

/** The data for every API file, taken from the same records as the pages. */
export type ApiSource = ReturnType<typeof apiSource>;

export function apiSource({url, baseUrl}: SiteAddress, toolkit: Toolkit, records: Records) {
  const site = {url, baseUrl};
  const links = new Map(
    allPages(toolkit).flatMap(({id, ids, address, data}) => {
      const link: ApiPageLink = {
        id,
        title: data.title,
        document_type: documentTypeOf(id, toolkit.config),
        ...addressesOf(address, site),
        ...(data.withdrawn && {withdrawn: true}),
      };
      return ids.map((name) => [name, link] as const);
    }),
  );
  const linkTo = (id: string): ApiPageLink => links.get(id) ?? {id};
  const {pages, caseStudies} = catalogueOf(toolkit);
  return {
    ...site,
    toolkit,
    records,
    catalogue: new Map([...pages, ...caseStudies].map((page) => [page.id, page])),
    caseStudies,
    /** Every published change, newest first, by the update and its number there: `2026-11-24#2`. */
    changes: new Map(changesOf(records.updates, site, linkTo).map((change) => [change.id, change])),
    /** The page with an id, current or former; only the id where the page is gone. */
    linkTo,
  };
}

/** The history that readers see on a page: the front page has that of the whole toolkit. */
export function shownHistory({records}: Pick<ApiSource, 'records'>, id: string): PageHistory {
  const own = id === 'index' ? records.toolkit : records.pages[id]?.history;
  return own ?? {major: [], minor: [], older: []};
}

/** The terms of a page, each with the page about it, by the key of their vocabulary. */
export function termLinks(
  data: PageEntry['data'],
  vocabularies: readonly Vocabulary[],
  source: ApiSource,
): Record<string, TermLink[]> {
  const linkOf = (id: string, {terms}: Vocabulary): TermLink => {
    const {label, page} = terms.find((term) => term.id === id) ?? {label: id};
    const {id: _page, document_type: _type, withdrawn: _withdrawn, ...link} = source.linkTo(page ?? '');
    return {id, ...(page !== undefined && link), title: label};
  };
  return Object.fromEntries(
    vocabularies.map((vocabulary) => [vocabulary.key, termIdsIn(data, vocabulary).map((id) => linkOf(id, vocabulary))]),
  );
}

export function documentTypeOf(id: string, {collections}: Pick<ToolkitConfig, 'collections'>): string {
  if (id.startsWith('case-studies/')) return 'case_study';
  const collection = collectionOf(id, collections);
  if (collection) return collection.id;
  return id.startsWith('handbook/') ? 'handbook' : 'guidance';
}

/** A term of a vocabulary; it has addresses where a page is about it. */
export interface TermLink extends Omit<ApiPageLink, 'document_type' | 'withdrawn'> {
  title: string;
}
