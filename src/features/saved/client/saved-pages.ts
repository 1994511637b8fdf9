import {keep, recall} from '../../../site/client/stored.ts';

const KEY = 'saved-pages';

export interface SavedPage {
  /** The path of the page on this site. */
  address: string;
  title: string;
}

/** The pages on the list, in the order in which they were added. */
export function savedPages(): SavedPage[] {
  try {
    const pages: unknown = JSON.parse(recall(KEY) ?? '[]');
    return Array.isArray(pages) ? pages.filter(isSavedPage) : [];
  } catch {
    return [];
  }
}

export function savePages(pages: readonly SavedPage[]): void {
  keep(KEY, pages.length === 0 ? undefined : JSON.stringify(pages));
}

function isSavedPage(value: Partial<SavedPage> | null): value is SavedPage {
  // Browsers ignore white space in an address, and read `/\` and `//` as the start of another site's.
  return typeof value?.title === 'string' && typeof value.address === 'string' && /^\/($|[^/\\\s])/.test(value.address);
}
