import {type FoundPage, findPages, LIVE_FILTER, loadPagefind, type Pagefind} from './pagefind.ts';

const MOST_SHOWN = 30;
const PAUSE_MS = 300;

/** Runs the search page; does nothing on other pages. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector<HTMLInputElement>('input');
  const status = document.querySelector('[data-search-status]');
  const list = document.querySelector<HTMLElement>('[data-search-results]');
  const fallback = document.querySelector<HTMLElement>('[data-search-fallback]');
  if (!form || !input || !status || !list || !fallback) return;
  const parts = {base: form.dataset.search ?? '/', status, list, fallback};
  let timer = 0;

  function run(): void {
    clearTimeout(timer);
    const query = input?.value.trim() ?? '';
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    void show(query, parts);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE_MS);
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) run();
}

interface Parts {
  base: string;
  status: Element;
  list: HTMLElement;
  fallback: HTMLElement;
}

let engine: Promise<Pagefind> | undefined;
let newest = '';

async function show(query: string, {base, status, list, fallback}: Parts): Promise<void> {
  newest = query;
  if (query) status.textContent = 'Searching';
  try {
    engine ??= loadPagefind(base);
    const {live, inEditions} = query ? await findPages(await engine, searchTerms(query)) : {live: [], inEditions: []};
    const pages = await Promise.all([...live, ...inEditions].slice(0, MOST_SHOWN).map((hit) => hit.data()));
    // An older search may end after a newer one.
    if (query !== newest) return;
    list.replaceChildren(...pages.map(renderResult));
    list.hidden = pages.length === 0;
    fallback.hidden = pages.length > 0;
    status.textContent = query ? count(live.length, inEditions.length, query) : '';
  } catch {
    engine = undefined;
    status.textContent = 'Search could not be loaded. Every page is in the list below.';
  }
}

function count(live: number, inEditions: number, query: string): string {
  const found = live + inEditions;
  const older = inEditions > 0 ? `, ${inEditions} of them in older editions` : '';
  const shown = found > MOST_SHOWN ? `, the first ${MOST_SHOWN} are shown` : '';
  return `${found} ${found === 1 ? 'result' : 'results'} for ${query}${older}${shown}`;
}

/**
 * Words on nearly every page. The search engine also matches words that start with them, so `a` would find everything.
 */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about an and are as at be by can could do does for from has have how i if in into is it its may me must my of on or
  our should so that the their there they this to us was we were what when where which who why will with would you your`.split(
    /\s+/,
  ),
);

/** The query without common words, unless nothing would be left; a phrase in quotes stays whole. */
export function searchTerms(query: string): string {
  if (query.includes('"')) return query;
  const left = query.split(/\s+/).filter((word) => !COMMON_WORDS.has(word.toLowerCase().replace(/[^a-z]/g, '')));
  return left.some((word) => /[\p{L}\p{N}]/u.test(word)) ? left.join(' ') : query;
}

/** A result as a list item, in the same markup as other lists. */
function renderResult({url, excerpt, meta, filters}: FoundPage): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), {href: url, textContent: meta.title ?? url});
  const heading = document.createElement('h2');
  heading.append(link);
  const words = document.createElement('p');
  words.append(...renderExcerpt(excerpt));
  const item = document.createElement('li');
  item.append(heading);
  const editions = filters.edition?.filter((name) => name !== LIVE_FILTER) ?? [];
  const facts = [meta.kind, ...editions.map((name) => `Edition ${name}`)].filter(Boolean).join(' · ');
  if (facts) item.append(Object.assign(document.createElement('p'), {className: 'facts-line', textContent: facts}));
  item.append(words);
  return item;
}

/** The excerpt as text and marks only: no other markup reaches the page. */
function renderExcerpt(excerpt: string): (string | HTMLElement)[] {
  const {body} = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node.nodeName === 'MARK' ? Object.assign(document.createElement('mark'), {textContent: text}) : text;
  });
}
