import type {Pagefind} from './pagefind.ts';
import {findPages, loadPagefind} from './pagefind.ts';
import {searchTerms} from './search-query.ts';
import {renderResult} from './search-results.ts';

const MOST_SHOWN = 30;
const PAUSE_MS = 300;

/** Runs the search page; on other pages there is nothing to run. */
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
