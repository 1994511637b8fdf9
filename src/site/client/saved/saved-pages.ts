import {fillIn} from '../messages.ts';
import {keep, recall} from '../stored.ts';

const KEY = 'saved-pages';

/** More would not fit on one page of contents. */
const MOST = 20;

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

/** The button that saves a page or removes it, and the link to all that are saved. */
export function startSaving(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-save]');
  const link = button?.nextElementSibling;
  if (!button || !(link instanceof HTMLAnchorElement)) return;
  const {save = '', remove = '', list} = button.dataset;
  const page = {address: location.pathname, title: document.querySelector('h1')?.textContent ?? document.title};
  const isOn = () => savedPages().some(({address}) => address === page.address);
  const show = () => {
    const {length} = savedPages();
    button.textContent = isOn() ? remove : save;
    link.textContent = fillIn(list, {count: length});
    link.hidden = length === 0;
  };
  button.addEventListener('click', () => {
    const others = savedPages().filter(({address}) => address !== page.address);
    savePages(isOn() ? others : [...others, page].slice(-MOST));
    show();
  });
  show();
}
