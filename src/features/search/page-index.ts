import {ALL_PAGES, type GeneratedPage} from '../../content/addresses/generated-routes.ts';
import {LINES_PER_PAGE, type ListPage, listPages} from '../../content/lists/list-pages.ts';
import type {CataloguePage} from '../../content/pages/catalogue.ts';
import {collectionListPage, filledLists} from '../../content/pages/collection-pages.ts';
import {type Text, textOf} from '../../language/text.ts';
import type {SiteContent} from '../../site/data/site-data.ts';
import type {ModelPage} from '../../site/feature-hooks.ts';

/** A page in the list of all pages. */
export interface IndexEntry {
  address: string;
  title: string;
  /** Set if the page is withdrawn. */
  withdrawn?: true;
}

/** The search page and the further pages of its list. */
export function indexRoutes({toolkit, shared}: SiteContent): ModelPage[] {
  const text = textOf(toolkit.config);
  const lists = filledLists(toolkit).map((collection) => collectionListPage(collection, toolkit.config.title, text));
  const pages = listPages(
    ALL_PAGES,
    pageIndex(shared.catalogue, [...shared.generated, ...lists], text),
    LINES_PER_PAGE,
  );
  const letters = letterLinks(pages, text);
  return pages.map((list) => ({address: list.address, component: 'SearchPage', props: {letters, list}}));
}

/** Every page and case study, and the generated pages, from A to Z. */
function pageIndex(
  {pages, caseStudies}: {pages: readonly CataloguePage[]; caseStudies: readonly CataloguePage[]},
  generated: readonly Pick<GeneratedPage, 'address' | 'title'>[],
  {format}: Text,
): IndexEntry[] {
  const written = [...pages, ...caseStudies].map(({address, title, withdrawn}): IndexEntry => {
    return {address, title, ...(withdrawn && {withdrawn: true})};
  });
  const others = generated.filter(({address}) => address !== ALL_PAGES).map(({address, title}) => ({address, title}));
  return [...written, ...others].sort((a, b) => format.compare(a.title, b.title));
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

export function letterLinks(pages: readonly ListPage<IndexEntry>[], text: Text): {label: string; to: string}[] {
  const links = new Map<string, string>();
  for (const {address, items} of pages) {
    for (const letter of items.map((entry) => letterOf(entry, text))) {
      if (!links.has(letter)) links.set(letter, `${address}#${encodeURIComponent(anchorOfLetter(letter))}`);
    }
  }
  return [...links].map(([label, to]) => ({label, to}));
}
