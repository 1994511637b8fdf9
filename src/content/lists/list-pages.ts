export const ENTRIES_PER_PAGE = 20;

export const LINES_PER_PAGE = 100;

/** Where a page is among the pages of a list; both count from 1. */
export interface PagePosition {
  page: number;
  pages: number;
}

/** One page of a list, so that no page grows with the toolkit. */
export interface ListPage<Item> extends PagePosition {
  /** Without the site's base URL. */
  address: string;
  items: Item[];
}

/** The address of a page of a list: the first has the address of the list, others `/case-studies/page/2/`. */
export function listPageAddress(list: string, page: number): string {
  return page === 1 ? list : `${list}page/${page}/`;
}

/** Splits a list into pages of a size. An empty list has one page. */
export function listPages<Item>(list: string, items: readonly Item[], size: number): ListPage<Item>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({length: pages}, (_, index) => ({
    address: listPageAddress(list, index + 1),
    page: index + 1,
    pages,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** The pages that a reader can choose from one page: the first, the last and those next to it, in order. */
export function nearPages({page, pages}: PagePosition): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  return [...new Set(near)].sort((a, b) => a - b);
}
