import {fillIn} from '../../../site/client/messages.ts';

/** Lets readers print the whole document: it loads every page into the first one, which the browser can save as PDF. */
function startDocument(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-print-document]');
  const status = button?.parentElement?.querySelector('[role="status"]');
  const room = document.querySelector<HTMLElement>('[data-document]');
  if (!button || !status || !room) return;
  const pages = Number(button.dataset.printDocument);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const parts: Element[] = [];
      for (let page = 2; page <= pages; page += 1) {
        status.textContent = fillIn(button.dataset.loading, {part: page - 1, parts: pages - 1});
        parts.push(...(await loadPart(page)));
      }
      // The contents have the same ids until the sections themselves are here.
      for (const entry of document.querySelectorAll('.document-contents [id]')) entry.removeAttribute('id');
      room.replaceChildren(...parts);
      linkWithin();
      status.textContent = '';
      print();
    } catch {
      status.textContent = button.dataset.failed ?? '';
    }
    button.disabled = false;
  });
}

async function loadPart(page: number): Promise<Element[]> {
  const answer = await fetch(`page/${page}/`);
  if (!answer.ok) throw new Error(`page ${page} of the document gave ${answer.status}`);
  const {body} = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...body.querySelectorAll('[data-document] > article')];
}

/** Lets links between pages of the document point to their sections, which are all on this page now. */
function linkWithin(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.document a[href*="#"]')) {
    if (link.host === location.host && link.pathname.startsWith(`${location.pathname}page/`)) link.href = link.hash;
  }
}

startDocument();
