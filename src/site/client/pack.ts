import {type SavedPage, savedPages, savePages} from './saved-pages.ts';

/** Shows the saved pages, with the briefing of each page below it for print; does nothing on other pages. */
export async function startPack(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-pack]');
  const list = place?.querySelector('ol');
  if (!place || !list) return;
  const pages = savedPages();
  place.hidden = pages.length === 0;
  for (const part of document.querySelectorAll<HTMLElement>('[data-pack-empty]')) part.hidden = pages.length > 0;
  list.replaceChildren(...pages.map((page) => entryOf(page, place.dataset.remove ?? '')));
  const articles = await Promise.all(pages.map(({address}) => readArticle(address)));
  const pack = document.createElement('div');
  pack.className = 'pack';
  pack.append(...articles.filter((article) => article !== undefined));
  document.querySelector('.pack')?.remove();
  place.closest('main')?.append(pack);
}

function entryOf(page: SavedPage, remove: string): HTMLLIElement {
  const entry = document.createElement('li');
  const link = Object.assign(document.createElement('a'), {href: page.address, textContent: page.title});
  const button = Object.assign(document.createElement('button'), {type: 'button', textContent: remove});
  button.append(
    Object.assign(document.createElement('span'), {className: 'visually-hidden', textContent: `: ${page.title}`}),
  );
  button.addEventListener('click', () => {
    savePages(savedPages().filter(({address}) => address !== page.address));
    void startPack();
  });
  entry.append(link, ' ', button);
  return entry;
}

/** The article of a page; undefined if the page is gone. */
async function readArticle(address: string): Promise<Element | undefined> {
  const response = await fetch(address);
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = page.querySelector('article.page');
  // Ids of several pages would be the same.
  for (const part of article?.querySelectorAll('[id]') ?? []) if (!part.closest('svg')) part.removeAttribute('id');
  return article ?? undefined;
}
