import {fillIn} from '../../../site/client/messages.ts';
import {savedPages, savePages} from './saved-pages.ts';

/** More would not fit on one page of contents. */
const MOST = 20;

/** The button that saves a page or removes it, and the link to all that are saved. */
function startSaving(): void {
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

startSaving();
