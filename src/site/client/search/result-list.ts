import type {FoundPage, Hit} from './pagefind.ts';

/** The list of results of a page, which takes the place of what the page shows without a search. */
export interface ResultList {
  /** Shows the first results for words; `isCurrent` says whether a newer search has begun meanwhile. */
  show(hits: readonly Hit[], words: readonly string[], isCurrent: () => boolean): Promise<void>;
  /** Shows again what the page showed without a search. */
  reset(): void;
}

interface ResultOptions {
  /** Whether results say what kind of page they are. */
  showsKind: boolean;
  /** How many are loaded and shown, and how many more each time: the text of each page is a request. */
  atOnce: number;
}

/** Connects the elements of the component `Results`; `undefined` on a page without them. */
export function connectResults({showsKind, atOnce}: ResultOptions): ResultList | undefined {
  const list = document.querySelector<HTMLElement>('[data-results]');
  const more = document.querySelector<HTMLButtonElement>('[data-more]');
  const fallback = document.querySelector<HTMLElement>('[data-fallback]');
  if (!list || !more || !fallback) return undefined;
  let waiting: Hit[] = [];
  let asked: readonly string[] = [];

  async function loadNext(): Promise<HTMLLIElement[]> {
    // Nobody has to ask for a single one more.
    const count = waiting.length === atOnce + 1 ? waiting.length : atOnce;
    const pages = await Promise.all(waiting.slice(0, count).map((hit) => hit.data()));
    return pages.map((page) => renderResult(page, asked, showsKind));
  }

  function append(items: readonly HTMLLIElement[]): void {
    waiting = waiting.slice(items.length);
    list?.append(...items);
    if (more) more.hidden = waiting.length === 0;
  }

  more.addEventListener('click', async () => {
    const items = await loadNext();
    append(items);
    // The button may disappear, and readers go on with the first new result.
    items[0]?.querySelector('a')?.focus();
  });
  return {
    async show(hits, words, isCurrent) {
      const before = waiting;
      asked = words;
      waiting = [...hits];
      const items = await loadNext();
      if (!isCurrent()) {
        waiting = before;
        return;
      }
      list.replaceChildren();
      append(items);
      list.hidden = hits.length === 0;
      fallback.hidden = true;
    },
    reset() {
      waiting = [];
      list.replaceChildren();
      list.hidden = true;
      more.hidden = true;
      fallback.hidden = false;
    },
  };
}

/** A result as a list item, in the same markup as other lists. */
function renderResult(page: FoundPage, words: readonly string[], showsKind: boolean): HTMLLIElement {
  const {url, meta} = page;
  const link = Object.assign(document.createElement('a'), {href: url, textContent: meta.title ?? url});
  const heading = document.createElement('h2');
  heading.append(link);
  const item = document.createElement('li');
  item.append(heading);
  const facts = [showsKind && meta.kind, meta.facts, whereFound(page, words)].filter(Boolean).join(' · ');
  if (facts) item.append(Object.assign(document.createElement('p'), {className: 'facts-line', textContent: facts}));
  const about = document.createElement('p');
  about.append(...whyFound(page));
  item.append(about);
  for (const [start, end] of showsKind ? [] : (JSON.parse(meta.lines ?? '[]') as [string, string][])) {
    const line = Object.assign(document.createElement('p'), {className: 'card-line'});
    line.append(Object.assign(document.createElement('strong'), {textContent: start}), ` ${end}`);
    item.append(line);
  }
  const box = document.querySelector<HTMLElement>('[data-fallback] .check')?.cloneNode(true);
  if (!showsKind && box instanceof HTMLElement) {
    const [input, name] = [box.querySelector('input'), box.querySelector('.visually-hidden')];
    if (input) {
      input.value = url.split('/').at(-2) ?? '';
      input.checked = [...document.querySelectorAll<HTMLInputElement>('[name="compare"]:checked')].some(
        ({value}) => value === input.value,
      );
    }
    if (name) name.textContent = `: ${meta.title}`;
    item.append(box);
  }
  return item;
}

/** Why a page is found by a name that it does not have, such as that of a place in its region. */
function whereFound({meta: {also = '[]'}}: FoundPage, words: readonly string[]): string | undefined {
  const asked = new Set(words.map((word) => word.toLowerCase()));
  const names: [name: string, text: string][] = JSON.parse(also);
  return names.find(([name]) => {
    const parts = name.toLowerCase().split(' ');
    return parts.some((part) => asked.has(part)) && parts.every((part) => part.length < SHORTEST || asked.has(part));
  })?.[1];
}

/** Of a name of several words, shorter ones such as `and` need not be asked for. */
const SHORTEST = 4;

/** The text around the words of the query; the lead of the page where only its title has them, or nothing was asked. */
function whyFound({excerpt, plain_excerpt: plain, meta: {title = '', text = ''}}: FoundPage): Iterable<Node | string> {
  const afterTitle = plain.startsWith(title) ? title.split(' ').length : 0;
  const own = excerpt.split(' ').slice(afterTitle).join(' ');
  return own.includes('<mark>') ? new DOMParser().parseFromString(own, 'text/html').body.childNodes : [text];
}
