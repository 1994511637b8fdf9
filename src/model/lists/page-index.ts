import type {CataloguePage} from '../pages/catalogue.ts';
import {compareText} from '../problem.ts';
import {type FilledLists, GENERATED_ROUTES} from '../routes/generated-routes.ts';
import type {ListPage} from './list-pages.ts';

/** The address of the search page, which lists all pages from A to Z. */
export const ALL_PAGES = '/search/';

/** A page in the list of all pages. */
export interface IndexEntry {
  address: string;
  title: string;
  /** Set if the page is withdrawn. */
  withdrawn?: true;
}

/** Every page and case study, and the generated pages without empty lists, from A to Z. */
export function pageIndex(
  catalogue: {
    pages: readonly CataloguePage[];
    caseStudies: readonly CataloguePage[];
  },
  lists: FilledLists,
): IndexEntry[] {
  const generated = GENERATED_ROUTES.filter(({list}) => !list || lists[list]);
  const listed = [...catalogue.pages, ...catalogue.caseStudies].map(({address, title, withdrawn}): IndexEntry => {
    return {address, title, ...(withdrawn && {withdrawn: true})};
  });
  return [...listed, ...generated.map(({address, title}) => ({address, title}))].sort((a, b) =>
    compareText(a.title.toLowerCase(), b.title.toLowerCase()),
  );
}

/** The letter under which a page is listed. */
export function letterOf({title}: IndexEntry): string {
  return title.charAt(0).toUpperCase();
}

/** The id of the heading over the pages with a letter. */
export function anchorOfLetter(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}

/** Links to the first page with each letter. */
export function letterLinks(pages: readonly ListPage<IndexEntry>[]): {label: string; to: string}[] {
  const links = new Map<string, string>();
  for (const {address, items} of pages) {
    for (const letter of items.map(letterOf)) {
      if (!links.has(letter)) links.set(letter, `${address}#${encodeURIComponent(anchorOfLetter(letter))}`);
    }
  }
  return [...links].map(([label, to]) => ({label, to}));
}
