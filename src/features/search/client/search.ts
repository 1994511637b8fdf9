import {fillIn, pluralIn} from '../../../site/client/messages.ts';
import {type FoundPages, loadSearch} from './find-pages.ts';
import {connectResults} from './result-list.ts';

const PAUSE_MS = 300;

/** The folders of the indexes: that of live pages, and that of those in editions. */
const FOLDERS = {live: 'pagefind/', editions: 'pagefind/editions/'};

type Index = keyof typeof FOLDERS;

/** Runs the search page; does nothing on other pages. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector('input');
  const status = document.querySelector('[data-search-status]');
  const older = document.querySelector<HTMLButtonElement>('[data-search-editions]');
  const results = connectResults({showsKind: true, atOnce: 5});
  if (!form || !input || !status || !results) return;
  const given = form.dataset;
  const engines = new Map<Index, ReturnType<typeof loadSearch>>();
  let timer = 0;
  let newest: symbol;

  const run = async (index: Index = 'live'): Promise<void> => {
    clearTimeout(timer);
    const query = input.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (older) older.hidden = query === '' || index === 'editions';
    if (query) status.textContent = given.busy ?? '';
    const own = Symbol();
    newest = own;
    // An older search may end after a newer one.
    const isCurrent = () => newest === own;
    try {
      const engine = engines.get(index) ?? loadSearch(given.search ?? '/', FOLDERS[index], given.commonWords ?? '');
      engines.set(index, engine);
      const found = query ? await (await engine)(query) : undefined;
      if (found && found.hits.length > 0) await results.show(found.hits, found.words, isCurrent);
      else if (isCurrent()) results.reset();
      if (isCurrent()) status.textContent = found ? describe(found, index, given) : '';
    } catch {
      engines.delete(index);
      if (isCurrent()) status.textContent = given.failed ?? '';
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), PAUSE_MS);
  });
  older?.addEventListener('click', () => {
    void run('editions');
    input.focus();
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) void run();
}

function describe({hits, query, unknown, isWhole}: FoundPages, index: Index, given: DOMStringMap): string {
  const {length: found} = hits;
  const missing = unknown.length > 0 ? `${fillIn(given.unknown, {words: unknown.join(', ')})} ` : '';
  const some = found > 0 && !isWhole ? `. ${given.some}` : '';
  return missing + fillIn(pluralIn(index === 'live' ? given.found : given.foundOlder, found), {found, query}) + some;
}
