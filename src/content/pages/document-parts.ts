import {textOf} from '../../language/text.ts';
import {ENTRIES_PER_PAGE, listPageAddress, listPages, type PagePosition} from '../lists/list-pages.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {collectionPages} from './collection-pages.ts';

export const DOCUMENT = '/toolkit/document/';

interface DocumentSection {
  id: string;
  /** Where its page is written. */
  file: string;
  title: string;
  address: string;
  anchor: string;
  withdrawn?: true;
}

export interface DocumentPart {
  /** The label of the group; left out if the pages are in no group. */
  label?: string | undefined;
  sections: DocumentSection[];
}

type Shown = Pick<Toolkit, 'pages' | 'caseStudies' | 'sidebar' | 'config'>;

/** Every live page once: in the order of the sidebar, then those it leaves out, then by collection and case studies by title. */
export function documentParts({pages, caseStudies, sidebar, config}: Shown): DocumentPart[] {
  const {names, format} = textOf(config);
  const remaining = new Map(pages.filter(({id}) => !id.startsWith('handbook/')).map((page) => [page.id, page]));
  const listed = (sidebar?.groups ?? []).map(({label, ids}) => ({label, sections: ids.flatMap(take)}));
  const collections = config.collections.map((collection) => {
    return {
      label: collection.label,
      sections: collectionPages({pages, config}, collection).flatMap(({id}) => take(id)),
    };
  });
  const byTitle = caseStudies.toSorted((a, b) => format.compare(a.data.title, b.data.title));
  return [
    ...listed,
    {sections: [...remaining.values()].map(toSection)},
    ...collections,
    {label: names.caseStudies, sections: byTitle.map(toSection)},
  ].filter(({sections}) => sections.length > 0);

  function take(id: string): DocumentSection[] {
    const page = remaining.get(id);
    remaining.delete(id);
    return page ? [toSection(page)] : [];
  }
}

export interface DocumentPage extends PagePosition {
  address: string;
  label: string;
  sections: DocumentSection[];
}

/** A part of the document in its contents. Long parts have several pages; only the sections of the first are listed. */
export interface ContentsEntry extends Pick<DocumentPage, 'label' | 'sections' | 'address'> {
  /** How many sections the other pages of the part have. */
  others: number;
}

/** The document in pages of bounded length: the first has the title and the contents, and each part begins a new one. */
export function documentPages(toolkit: Shown) {
  const parts = documentParts(toolkit).map(({label, sections}) => ({
    label: label ?? sections[0]?.title ?? '',
    sections,
  }));
  const split = parts.flatMap(({label, sections}) =>
    listPages(DOCUMENT, sections, ENTRIES_PER_PAGE).map(({page, items}) => ({
      ...{label, sections: items, isFirst: page === 1, others: sections.length - items.length},
    })),
  );
  const numbered = split.map((part, index) => {
    const page = index + 2;
    return {...part, address: listPageAddress(DOCUMENT, page), page, pages: split.length + 1};
  });
  return {
    contents: numbered
      .filter(({isFirst}) => isFirst)
      .map(({label, sections, address, others}): ContentsEntry => ({label, sections, address, others})),
    pages: numbered.map(({label, sections, address, page, pages}): DocumentPage => {
      return {label, sections, address, page, pages};
    }),
  };
}

function toSection({id, address, document, data: {title, withdrawn}}: PageEntry): DocumentSection {
  const anchor = sectionAnchor(address);
  return {id, file: document.path, title, address, anchor, ...(withdrawn && {withdrawn: true})};
}

/** The id of a page's section: `/toolkit/priorities/homes/` is `toolkit--priorities--homes`. */
export function sectionAnchor(address: string): string {
  return address.replace(/^\/|\/$/g, '').replaceAll('/', '--');
}
