import {compareText} from '../problem.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';

/** The address of the whole toolkit on one page. */
export const DOCUMENT = '/toolkit/document/';

/** One live page, as a section of the document. */
interface DocumentSection {
  id: string;
  title: string;
  /** The address of the page, without the site's base URL. */
  address: string;
  anchor: string;
  /** Set if the page is withdrawn. */
  withdrawn?: true;
}

/** A group of pages from the sidebar, or all case studies. */
export interface DocumentPart {
  /** The label of the group; left out if the pages are in no group. */
  label?: string | undefined;
  sections: DocumentSection[];
}

/** Every live page once: in the order of the sidebar, then those it leaves out, then case studies by title. */
export function documentParts({
  pages,
  caseStudies,
  sidebar,
}: Pick<Toolkit, 'pages' | 'caseStudies' | 'sidebar'>): DocumentPart[] {
  const left = new Map(pages.filter(({id}) => !id.startsWith('handbook/')).map((page) => [page.id, page]));
  const listed = (sidebar?.groups ?? []).map(({label, ids}) => ({label, sections: ids.flatMap(take)}));
  const byTitle = caseStudies.toSorted((a, b) => compareText(a.data.title.toLowerCase(), b.data.title.toLowerCase()));
  return [
    ...listed,
    {sections: [...left.values()].map(toSection)},
    {label: 'Case studies', sections: byTitle.map(toSection)},
  ].filter(({sections}) => sections.length > 0);

  function take(id: string): DocumentSection[] {
    const page = left.get(id);
    left.delete(id);
    return page ? [toSection(page)] : [];
  }
}

function toSection({id, address, data}: PageEntry): DocumentSection {
  return {id, title: data.title, address, anchor: sectionAnchor(address), ...(data.withdrawn && {withdrawn: true})};
}

/** The id of a page's section: `/toolkit/priorities/homes/` is `toolkit--priorities--homes`. */
export function sectionAnchor(address: string): string {
  return address.replace(/^\/|\/$/g, '').replaceAll('/', '--');
}
