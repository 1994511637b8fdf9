import {element} from '../../../site/client/element.ts';

/** Shows the sentences of a page with their days below the link that leads to them, so that nobody has to leave the page. */
document.querySelector<HTMLAnchorElement>('[data-sentences]')?.addEventListener('click', async (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const answer = await fetch(link.href).catch(() => undefined);
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
  const sentences = page.querySelector('.sentences');
  if (!sentences) return location.assign(link.href);
  const summary = element('summary', {textContent: link.textContent});
  link.parentElement?.replaceWith(element('details', {open: true}, summary, sentences));
  summary.focus();
});
