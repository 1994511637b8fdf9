import {type Text, textOf} from '../../language/text.ts';
import {type FilledLists, type GeneratedPage, generatedPages} from '../addresses/generated-routes.ts';
import type {CataloguePage} from '../pages/catalogue.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
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

/** Every page and case study, and the generated pages without empty lists, from A to Z; `own` are lists of collections. */
export function pageIndex(
  catalogue: {pages: readonly CataloguePage[]; caseStudies: readonly CataloguePage[]},
  lists: FilledLists,
  config: ToolkitConfig,
  own: readonly GeneratedPage[] = [],
): IndexEntry[] {
  const {compare} = textOf(config).format;
  const generated = [...generatedPages(config).filter(({list}) => !list || lists[list]), ...own];
  const listed = [...catalogue.pages, ...catalogue.caseStudies].map(({address, title, withdrawn}): IndexEntry => {
    return {address, title, ...(withdrawn && {withdrawn: true})};
  });
  return [...listed, ...generated.map(({address, title}) => ({address, title}))].sort((a, b) =>
    compare(a.title, b.title),
  );
}

/** The letter under which a page is listed, without its accent; a language may have letters of two signs, such as `Ll`. */
export function letterOf({title}: IndexEntry, {search}: Text): string {
  const long = search.letters
    .split(' ')
    .find((letter) => letter && title.toLowerCase().startsWith(letter.toLowerCase()));
  return long ?? title.normalize('NFD').charAt(0).toUpperCase();
}

/** The id of the heading over the pages with a letter. */
export function anchorOfLetter(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}

/** Links to the first page with each letter. */
export function letterLinks(pages: readonly ListPage<IndexEntry>[], text: Text): {label: string; to: string}[] {
  const links = new Map<string, string>();
  for (const {address, items} of pages) {
    for (const letter of items.map((entry) => letterOf(entry, text))) {
      if (!links.has(letter)) links.set(letter, `${address}#${encodeURIComponent(anchorOfLetter(letter))}`);
    }
  }
  return [...links].map(([label, to]) => ({label, to}));
}
