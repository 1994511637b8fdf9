import type {FoundPage} from './pagefind.ts';
import {LIVE} from './pagefind.ts';

/** A result as a list item, of the same shape as the lists of the pages themselves. */
export function renderResult({url, excerpt, meta, filters}: FoundPage): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), {href: url, textContent: meta.title ?? url});
  const heading = document.createElement('h2');
  heading.append(link);
  const words = document.createElement('p');
  words.append(...renderExcerpt(excerpt));
  const item = document.createElement('li');
  item.append(heading);
  const editions = filters.edition?.filter((name) => name !== LIVE) ?? [];
  const facts = [meta.kind, ...editions.map((name) => `Edition ${name}`)].filter(Boolean).join(' · ');
  if (facts) item.append(Object.assign(document.createElement('p'), {className: 'facts-line', textContent: facts}));
  item.append(words);
  return item;
}

/** The excerpt as text and marks alone: nothing else that its markup might hold reaches the page. */
function renderExcerpt(excerpt: string): (string | HTMLElement)[] {
  const {body} = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node.nodeName === 'MARK' ? Object.assign(document.createElement('mark'), {textContent: text}) : text;
  });
}
