import {fillIn, pluralIn} from '../messages.ts';
import {type FoundPages, loadSearch} from './find-pages.ts';
import {connectResults, type ResultList} from './result-list.ts';

const PAUSE_MS = 300;

/** Runs the search page; does nothing on other pages. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector<HTMLInputElement>('input');
  const status = document.querySelector('[data-search-status]');
  const older = document.querySelector<HTMLButtonElement>('[data-search-editions]');
  const results = connectResults({showsKind: true, atOnce: 5});
  if (!form || !input || !status || !results) return;
  const given = form.dataset;
  let timer = 0;

  function run(index: Index = 'live'): void {
    clearTimeout(timer);
    const query = input?.value.trim() ?? '';
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (older) older.hidden = query === '' || index === 'editions';
    if (status && results) void show({query, index, given, status, results});
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE_MS);
  });
  older?.addEventListener('click', () => {
    run('editions');
    input.focus();
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) run();
}

/** The folders of the indexes: that of live pages, and that of those in editions. */
const FOLDERS = {live: 'pagefind/', editions: 'pagefind/editions/'};

type Index = keyof typeof FOLDERS;

interface Search {
  query: string;
  index: Index;
  /** The messages of the form, in the language of the page. */
  given: DOMStringMap;
  status: Element;
  results: ResultList;
}

const engines = new Map<Index, ReturnType<typeof loadSearch>>();
let newest: Search | undefined;

async function show(search: Search): Promise<void> {
  const {query, index, given, status, results} = search;
  newest = search;
  const isCurrent = () => newest === search;
  if (query) status.textContent = given.busy ?? '';
  try {
    const engine = engines.get(index) ?? loadSearch(given.search ?? '/', FOLDERS[index], given.commonWords ?? '');
    engines.set(index, engine);
    const found = query ? await (await engine)(query) : undefined;
    const hits = found?.hits ?? [];
    if (hits.length > 0) await results.show(hits, found?.words ?? [], isCurrent);
    // An older search may end after a newer one.
    if (!isCurrent()) return;
    if (hits.length === 0) results.reset();
    status.textContent = found ? describe(found, search) : '';
  } catch {
    engines.delete(index);
    if (isCurrent()) status.textContent = given.failed ?? '';
  }
}

function describe({hits, query, unknown, isWhole}: FoundPages, {index, given}: Search): string {
  const {length: found} = hits;
  const missing = unknown.length > 0 ? `${fillIn(given.unknown, {words: unknown.join(', ')})} ` : '';
  const some = found > 0 && !isWhole ? `. ${given.some}` : '';
  return missing + fillIn(pluralIn(index === 'live' ? given.found : given.foundOlder, found), {found, query}) + some;
}
