import {element} from '../../../site/client/element.ts';
import {fillIn, pluralIn} from '../../../site/client/messages.ts';
import {type SavedPage, savedPages, savePages} from './saved-pages.ts';

/** Lets readers choose pages and print them as one pack; does nothing on other pages. */
function startPack(): void {
  const place = document.querySelector<HTMLElement>('[data-pack]');
  const print = document.querySelector<HTMLButtonElement>('[data-print-pack]');
  if (!place || !print) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[name="page"]')];
  const show = () => showChoice(place, print, boxes);
  print.addEventListener('click', () => printPack(place, savedPages()));
  for (const box of boxes) {
    box.addEventListener('change', () => {
      const others = savedPages().filter(({address}) => address !== box.value);
      savePages(box.checked ? [...others, pageOf(box)] : others);
      show();
    });
  }
  for (const button of document.querySelectorAll('[data-print-group]')) {
    const group = [...(button.closest('fieldset')?.querySelectorAll('input') ?? [])];
    button.addEventListener('click', () => printPack(place, group.map(pageOf)));
  }
  place.addEventListener('click', ({target}) => {
    if (!(target instanceof HTMLButtonElement)) return;
    savePages(savedPages().filter(({address}) => address !== target.value));
    show();
  });
  // A group is printed without being chosen.
  addEventListener('afterprint', show);
  show();
}

/** Shows which pages are chosen: in the boxes, in the list, and on the button that prints them. */
function showChoice(place: HTMLElement, print: HTMLButtonElement, boxes: readonly HTMLInputElement[]): void {
  const pages = savedPages();
  for (const box of boxes) box.checked = pages.some(({address}) => address === box.value);
  listPages(place, pages);
  print.hidden = pages.length === 0;
  print.textContent = fillIn(pluralIn(print.dataset.printPack, pages.length), {pages: pages.length});
}

function listPages(place: HTMLElement, pages: readonly SavedPage[]): void {
  place.querySelector('ol')?.replaceChildren(...pages.map((page) => entryOf(page, place.dataset.remove ?? '')));
  for (const part of place.querySelectorAll<HTMLElement>('[data-pack-empty]')) part.hidden = pages.length > 0;
}

function pageOf({value, labels}: HTMLInputElement): SavedPage {
  return {address: value, title: labels?.[0]?.textContent ?? value};
}

function entryOf({address, title}: SavedPage, remove: string): HTMLLIElement {
  const link = element('a', {href: address, textContent: title});
  const hidden = element('span', {className: 'visually-hidden', textContent: `: ${title}`});
  return element('li', {}, link, ' ', element('button', {type: 'button', value: address}, remove, hidden));
}

/** Puts the briefings of pages below their list, where only print shows them, and prints both. */
async function printPack(place: HTMLElement, pages: readonly SavedPage[]): Promise<void> {
  const articles = await Promise.all(pages.map(({address}) => readArticle(address)));
  const pack = element('div', {className: 'pack'}, ...articles.filter((article) => article !== undefined));
  document.querySelector('.pack')?.remove();
  place.closest('main')?.append(pack);
  listPages(place, pages);
  print();
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

startPack();
